import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../../shared/exam/staff/kinds';
import { chooseRooms } from '../support/pairing';
import { demonstrationPin } from '../support/preparation';
import type { Stage } from './stage';

/** Long enough for five Electrons on two cores. */
export const patient = { timeout: 120_000 };

/** A candidate's place on a room's plan. */
export const seat = (page: Page, table: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Place\\s${table}\\b`) });

/** The family name that stands at a place. */
export async function familyAt({ page }: Stage, table: number): Promise<string> {
  const text = await seat(page, table).textContent();
  const [, family] = /\s(\p{Lu}[\p{Lu}’' -]+)\s\p{Lu}\p{Ll}/u.exec(text ?? '') ?? [];
  if (family === undefined) throw new Error(`nobody sits at ${table}: ${text}`);
  return family;
}

/** Goes to a desk by its name in the rail. */
export async function goTo({ page }: Stage, desk: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: desk }).click();
}

/** The address and the code that the head's window shows, as the head reads them aloud. */
export async function readAloud({ page }: Stage) {
  const dialog = page.getByRole('dialog');
  const signs = dialog.getByRole('list', { name: 'À dicter' }).getByRole('listitem');
  await expect(signs).toHaveCount(2);
  const code = (await signs.allTextContents()).join(' ');
  const address = await dialog
    .getByRole('listitem')
    .filter({ hasText: /^[\d.]+:\d+$/ })
    .first()
    .textContent();
  return { code, address: address ?? '' };
}

/** The head awaits a machine that is called by a room, for it and perhaps for others beside. */
export async function awaits(head: Stage, room: string, beside: readonly string[] = []): Promise<void> {
  const { page } = head;
  await goTo(head, 'Réseau');
  await head.press('Ajouter un poste');
  const dialog = page.getByRole('dialog', { name: 'Ajouter un poste' });
  await chooseRooms(dialog, [room, ...beside]);
  await dialog.getByLabel('Nom du poste').fill(room);
  await dialog.getByRole('button', { name: 'Afficher le code' }).click();
}

/** An empty machine joins the centre by what it is told, and somebody opens it. */
export async function joins(
  newcomer: Stage,
  { address, code }: { readonly address: string; readonly code: string },
): Promise<void> {
  const { page } = newcomer;
  await newcomer.press('Rejoindre un centre');
  await page.getByLabel('Adresse du poste relais').fill(address);
  await page.getByLabel('Code dicté').fill(code);
  await newcomer.press('Rejoindre par ce code');
  await expect(page.getByText('Qui êtes-vous')).toBeVisible(patient);
}

export async function opensAs(stage: Stage, lead: Person): Promise<void> {
  await stage.unlock(lead, 'roomLeadInvigilator', demonstrationPin);
}

/** The room is checked, with whoever leads it; the roll call may begin. */
export async function isReady(stage: Stage, route: string, lead: Person): Promise<void> {
  const { page } = stage;
  await stage.open(route);
  await page.getByRole('list', { name: 'Déroulement de la salle' }).waitFor(patient);
  const team = page.getByRole('button', { name: 'Équipe à désigner' });
  if (await team.count()) {
    await team.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Responsable de salle/ }).click();
    await page.getByRole('option', { name: lead.familyName }).first().click();
    await dialog.getByRole('button', { name: 'Désigner cette équipe' }).click();
    await expect(dialog).toBeHidden();
  }
  await stage.press('Tout cocher');
  await stage.press('La salle est prête');
  await expect(page.getByRole('button', { name: 'Tout le monde est présent' })).toBeVisible();
}

/** A candidate is noted at the roll call. */
export async function notes(stage: Stage, table: number, status: 'present' | 'absent'): Promise<void> {
  const place = seat(stage.page, table);
  await place.click();
  if (status === 'absent') await place.click();
  await expect(place).toHaveAccessibleName(status === 'absent' ? /absent/ : /présent/);
}

/** The whole of what a key is for on a machine: what it brings is taken, what this machine has is written. */
export async function readsKey(stage: Stage, picture?: string): Promise<void> {
  const { page } = stage;
  await goTo(stage, 'Clé USB');
  await stage.press('Lire la clé');
  const take = page.getByRole('button', { name: /^Prendre/ });
  await expect(take).toBeVisible(patient);
  if (picture) await stage.picture(picture);
  await take.click();
  await expect(page.getByText(/saisies? prises? sur ce poste/)).toBeVisible(patient);
}

export async function writesKey(stage: Stage): Promise<void> {
  await goTo(stage, 'Clé USB');
  await stage.press('Écrire sur la clé');
  await expect(stage.page.getByText('Écrit et relu à')).toBeVisible(patient);
}

/** The head settles the presence of a candidate, with a reason. */
export async function settles(
  head: Stage,
  candidate: string,
  version: 'présent' | 'absent',
  reason: string,
  picture: string,
): Promise<void> {
  const { page } = head;
  const card = page.getByRole('region', { name: new RegExp(`^À trancher.*Présence de ${candidate}`, 'i') });
  await card.getByRole('button', { name: 'Trancher…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Trancher/ });
  await dialog.getByText(version, { exact: false }).first().click();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill(reason);
  await head.picture(picture);
  await dialog.getByRole('button', { name: 'Trancher' }).click();
  await expect(card).toBeHidden();
}
