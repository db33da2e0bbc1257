import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../../shared/exam/staff/kinds';
import type { Role } from '../../shared/kernel/role';
import type { Stage } from './stage';

/** Who does what in a room on the tour's morning, by table. */
export interface Cast {
  /** As the screens name it: « Salle A102 ». */
  readonly room: string;
  readonly route: string;
  readonly lead: Person;
  readonly leadRole: Role;
  readonly second: Person | null;
  readonly head: Person;
  readonly pin: { readonly lead: string; readonly head: string };
  readonly absent: number;
  /** Comes after the subjects were given out; the head lets them in. */
  readonly late: number;
  readonly withoutIdentity: number;
  readonly leavesForAWhile: number;
  /** Shows a notice that grants extra time and that no list knows; 0 for nobody. */
  readonly showsNotice: number;
  /** Tables of those with extra time, and when their paper ends. */
  readonly extraTime: readonly number[];
  readonly ends: { readonly board: string; readonly extended: string };
  /** Whether the room's screens are worth pictures of their own. */
  readonly pictured: boolean;
}

const seat = (page: Page, table: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Place\\s${table}\\b`) });

/** The whole procedure of a written paper in one room, from the room check to the sealed report. */
export async function playMorning(stage: Stage, cast: Cast): Promise<void> {
  const { page } = stage;
  const picture = async (name: string) => {
    if (cast.pictured) await stage.picture(name);
  };
  await stage.timeIs('08:25');
  await stage.handOver(cast.lead, cast.leadRole, cast.pin.lead);
  await stage.open(cast.route);
  await declareTeam(stage, cast);
  await picture('controle-de-la-salle');
  await stage.press('Tout cocher');
  await stage.press('La salle est prête');

  await stage.timeIs('08:40');
  for (const table of [cast.absent, cast.late]) {
    await seat(page, table).click();
    await seat(page, table).click();
    await expect(seat(page, table)).toHaveAccessibleName(/absent/);
  }
  await picture('appel');
  await stage.press('Tous les autres sont présents');
  await stage.press('Identité');
  await seat(page, cast.withoutIdentity).click();
  await seat(page, cast.withoutIdentity).click();
  await expect(page.getByRole('region', { name: 'Reste à voir' })).toContainText('sans pièce d’identité');
  await stage.press(/pièces\ssont\svérifiées$/);
  if (cast.showsNotice > 0) await showNotice(stage, cast.showsNotice);
  await admitOffTheList(stage, picture);
  await picture('appel-fait');

  await stage.timeIs('08:52');
  await stage.press('Lire la notice');
  await picture('notice');
  await stage.press('La notice a été lue');
  const envelopes = page.getByRole('button', { name: 'Tout correspond' });
  await expect(envelopes.first()).toBeVisible();
  for (let left = await envelopes.count(); left > 0; left -= 1) {
    await envelopes.first().click();
    await expect(envelopes).toHaveCount(left - 1);
  }
  await picture('enveloppe');
  await stage.press('Distribuer les sujets');
  await stage.press(/^Heure\sprévue/);
  await picture('distribution');
  await stage.timeIs('08:59');
  await stage.press(/lancer\sl’horloge$/);

  await stage.timeIs('09:40');
  if (cast.pictured) await stage.wallClock('horloge');
  await announceLate(stage, cast, picture);
  await stage.timeIs('10:12');
  await leaveForAWhile(stage, cast, picture);
  await recordIncident(stage, picture);
  await collect(stage, cast, picture);
  await report(stage, cast, picture);
}

async function declareTeam(stage: Stage, cast: Cast): Promise<void> {
  const { page } = stage;
  await page.getByRole('list', { name: 'Déroulement de la salle' }).waitFor();
  if (await page.getByRole('button', { name: 'Équipe à désigner' }).count()) {
    await stage.press('Équipe à désigner');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Responsable de salle/ }).click();
    await page.getByRole('option', { name: cast.lead.familyName }).first().click();
    await dialog.getByRole('button', { name: 'Désigner cette équipe' }).click();
    await expect(dialog).toBeHidden();
  }
}

async function showNotice({ page }: Stage, table: number): Promise<void> {
  await page
    .getByRole('button', { name: /^Fiche de / })
    .nth(table - 1)
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Une notification est présentée' }).click();
  await sheet.getByText('Temps majoré d’un tiers').click();
  await sheet.getByLabel('Notification').fill('Rectorat, 12 mars 2026');
  await sheet.getByRole('button', { name: 'Appliquer ces mesures' }).click();
  await expect(sheet.getByRole('button', { name: 'Une notification est présentée' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
}

async function admitOffTheList(stage: Stage, picture: (name: string) => Promise<void>): Promise<void> {
  const { page } = stage;
  await stage.press('Admettre sous réserve');
  await page.getByLabel('Nom', { exact: true }).fill('N’GUESSAN');
  await page.getByLabel('Prénoms').fill('Aïcha');
  await page.getByLabel('Ce qu’il présente').fill('Convocation imprimée pour ce centre');
  await picture('hors-liste');
  await stage.press('Admettre et marquer présent');
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function announceLate(stage: Stage, cast: Cast, picture: (name: string) => Promise<void>): Promise<void> {
  const { page } = stage;
  await seat(page, cast.late).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Ce que dit le candidat').fill('Train de 08:10 supprimé');
  await picture('retard');
  await sheet.getByRole('button', { name: 'Demander l’entrée au chef de centre' }).click();
  await page.keyboard.press('Escape');
  await stage.handOver(cast.head, 'centreHead', cast.pin.head);
  await stage.open('#/centre');
  await expect(page.getByText('Train de 08:10 supprimé').first()).toBeVisible();
  await picture('a-decider');
  await stage.press('Autoriser');
  await giveReason(page, 'Retard dû au train, justifié');
  await stage.handOver(cast.lead, cast.leadRole, cast.pin.lead);
  await stage.open(cast.route);
  await seat(page, cast.late).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Le candidat est entré' }).click();
  await page.keyboard.press('Escape');
}

async function giveReason(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Raison|Motif/).fill(reason);
  await dialog.getByRole('button', { name: /Autoriser|Confirmer|entrer/ }).click();
  await expect(dialog).toBeHidden();
}

async function leaveForAWhile(stage: Stage, cast: Cast, picture: (name: string) => Promise<void>): Promise<void> {
  const { page } = stage;
  await seat(page, cast.leavesForAWhile).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Copies et brouillons repris').click();
  await sheet.getByLabel('Accompagné par').fill('Mme Lopez');
  await sheet.getByRole('button', { name: 'Noter la sortie' }).click();
  await expect(sheet.getByRole('button', { name: 'Le candidat est de retour' })).toBeVisible();
  await page.keyboard.press('Escape');
  await picture('composition');
  await stage.timeIs('10:17');
  await page.getByRole('region', { name: 'Sorties' }).getByRole('button', { name: 'Retour' }).click();
}

async function recordIncident(stage: Stage, picture: (name: string) => Promise<void>): Promise<void> {
  const { page } = stage;
  await stage.press('Noter un incident');
  await page.getByLabel('Ce qui s’est passé').fill('Alarme d’un couloir voisin, deux minutes de bruit.');
  await picture('incident');
  await stage.press('Inscrire à la main courante');
}

async function collect(stage: Stage, cast: Cast, picture: (name: string) => Promise<void>): Promise<void> {
  const { page } = stage;
  if (cast.extraTime.length > 0) {
    await stage.timeIs(cast.ends.extended);
    for (const table of cast.extraTime) {
      await seat(page, table).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('Copie remise, même blanche, en-tête rempli').click();
      await sheet.getByText('Liste d’émargement signée').click();
      const leaves = sheet.getByRole('button', { name: 'Noter le départ' });
      await leaves.click();
      await expect(leaves).toBeHidden();
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
    }
  } else await stage.timeIs(cast.ends.board);
  const ends = page.getByRole('button', { name: /^Copies\sramassées/ });
  for (let left = await ends.count(); left > 0; left -= 1) await ends.first().click();
  await stage.press('Compter les copies');
  await expect(page.getByRole('heading', { name: 'Compter les copies' })).toBeVisible();
  await picture('copies');
}

async function report(stage: Stage, cast: Cast, picture: (name: string) => Promise<void>): Promise<void> {
  const { page } = stage;
  const counts = page.getByRole('button', { name: /^Enregistrer\s:/ });
  for (let left = await counts.count(); left > 0; left -= 1) {
    await counts.first().click();
    await expect(counts).toHaveCount(left - 1);
  }
  if (await page.getByRole('button', { name: 'Signer le procès-verbal' }).count())
    await stage.press('Signer le procès-verbal');
  await page.getByRole('textbox', { name: 'Observations' }).fill('Une alarme d’un couloir voisin, sans suite.');
  await stage.press('Enregistrer les observations');
  for (const person of [cast.lead, cast.second]) {
    if (!person) continue;
    await stage.press('Signer');
    await drawSignature(page);
    await stage.press('Garder cette signature');
  }
  await picture('proces-verbal');
  await stage.press('Clore et sceller le procès-verbal');
  await page.getByRole('dialog').getByRole('button', { name: 'Sceller', exact: true }).click();
  await expect(page.getByText(/Procès-verbal scellé à/).first()).toBeVisible();
  await picture('scelle');
}

async function drawSignature(page: Page): Promise<void> {
  const box = await page.getByLabel('Zone de signature').boundingBox();
  if (!box) throw new Error('there is nowhere to sign');
  const at = (x: number, y: number) => page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 8 });
  await at(0.15, 0.6);
  await page.mouse.down();
  for (const [x, y] of [
    [0.25, 0.2],
    [0.32, 0.75],
    [0.42, 0.3],
    [0.5, 0.65],
    [0.62, 0.4],
    [0.85, 0.55],
  ] as const) {
    await at(x, y);
  }
  await page.mouse.up();
}
