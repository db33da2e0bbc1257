import { expect } from '@playwright/test';
import type { Person } from '../../shared/exam/staff/kinds';
import { personId } from '../../shared/kernel/ids';
import { csv, sampleText } from '../support/cycladesFiles';
import { test } from '../support/launch';
import { chooseFiles } from '../support/preparation';
import { playMorning } from './roomMorning';
import { Stage } from './stage';

const code = '731946';
const leadsCode = '2580';

/** Runs both rooms of this small centre in turn, on one machine. */
const lead: Person = {
  id: personId.of('lead'),
  familyName: 'OUÉDRAOGO',
  givenNames: 'Aïcha',
  roles: ['roomLeadInvigilator'],
  teaches: [],
};

/** Whoever imports a list on an empty machine directs the centre. */
const head: Person = {
  id: personId.of('head'),
  familyName: 'VASSEUR',
  givenNames: 'Hélène',
  roles: ['centreHead'],
  teaches: [],
};

test('a morning from a Cyclades list', async ({ profile }) => {
  test.setTimeout(600_000);
  const stage = await Stage.open(profile, 'cyclades', '2026-06-16', '07:40');
  const { page } = stage;
  await stage.press('Importer un dossier');
  await chooseFiles(page, csv(sampleText));
  await page.getByLabel('Nom', { exact: true }).fill(head.familyName);
  await page.getByLabel('Prénom', { exact: true }).fill(head.givenNames);
  await stage.picture('apercu-de-l-import');
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.getByLabel('Code choisi').fill(code);
  await page.getByLabel('Le même code, une seconde fois').fill(code);
  await stage.press('Ouvrir le centre');
  await stage.entered(head);
  await appointLead(stage);
  await schedule(stage);
  for (const [name, rows] of [
    ['B12', 2],
    ['B14', 4],
  ] as const) {
    await describeRoom(stage, name, rows);
  }
  await stage.open('#/preparation/placement');
  await stage.press('Répartir');
  await stage.press('Appliquer cette répartition');
  await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
  await stage.picture('placement');

  const rooms: string[] = [];
  for (const name of ['B12', 'B14']) {
    await stage.handOver(head, 'centreHead', code);
    await stage.open('#/centre');
    const link = page.getByRole('main').getByRole('link', { name, exact: true });
    const route = (await link.getAttribute('href')) ?? '';
    const room = `Salle ${name}`;
    rooms.push(room);
    await playMorning(stage, {
      room,
      route,
      head,
      lead,
      leadRole: 'roomLeadInvigilator',
      second: null,
      pin: { lead: leadsCode, head: code },
      absent: 2,
      late: 3,
      withoutIdentity: 4,
      leavesForAWhile: 5,
      showsNotice: 1,
      extraTime: [1],
      ends: { board: '13:00', extended: '13:00' },
      pictured: false,
    });
  }
  await stage.handOver(head, 'centreHead', code);
  await stage.open('#/centre');
  await stage.picture('centre-a-midi');
  await stage.save('Procès-verbal de salle', 'all', 'proces-verbal');
  await stage.save('Liste d’émargement', 'all');
  await stage.close();
});

async function appointLead(stage: Stage): Promise<void> {
  const { page } = stage;
  const dialog = page.getByRole('dialog');
  await stage.open('#/preparation/personnel');
  await stage.press('Ajouter une personne');
  await dialog.getByLabel('Nom', { exact: true }).fill(lead.familyName);
  await dialog.getByLabel('Prénom').fill(lead.givenNames);
  await dialog.getByRole('checkbox', { name: /Surveillant responsable/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
  await stage.open('#/team');
  await stage.press(/^Donner un code/);
  await dialog.getByLabel('Code choisi').fill(leadsCode);
  await dialog.getByLabel('Le même code, une seconde fois').fill(leadsCode);
  await dialog.getByRole('button', { name: 'Donner ce code' }).click();
  await expect(dialog).toBeHidden();
}

async function schedule(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.open('#/preparation/epreuves');
  await stage.press('Ajouter une épreuve');
  await page.getByRole('button', { name: /Diplôme/ }).click();
  await page.getByRole('option', { name: 'Baccalauréat professionnel' }).click();
  await page.getByLabel('Code', { exact: true }).fill('E51');
  await page.getByLabel('Intitulé').fill('Français');
  await stage.press('Enregistrer');
  await expect(page.getByText('L’épreuve « Français » est enregistrée.')).toBeVisible();
  await stage.press('Ajouter une séance');
  await page.getByLabel('Jour', { exact: true }).fill('2026-06-16');
  await page.getByText('E51 · Français').last().click();
  await stage.press('Enregistrer');
  await expect(page.getByText('16 candidats attendus')).toBeVisible();
}

async function describeRoom(stage: Stage, name: string, rows: number): Promise<void> {
  const { page } = stage;
  await stage.open('#/preparation/salles');
  await stage.press('Ajouter une salle');
  await page.getByLabel('Nom de la salle').fill(name);
  await page.getByRole('textbox', { name: /Rangées|Rangs/ }).fill(String(rows));
  await page.keyboard.press('Tab');
  await stage.press('Enregistrer');
  await expect(page.getByText(`Salle ${name} est enregistrée.`)).toBeVisible();
}
