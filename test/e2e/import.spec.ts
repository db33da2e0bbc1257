import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../support/accessible';
import { type ChosenFile, csv, sampleText, sampleWith } from '../support/cycladesFiles';
import { expect, test } from '../support/launch';
import { chooseFiles, importFirst, installDossier, madeUpDossier, openPage } from '../support/preparation';

const binary = (name: string, ...bytes: number[]): ChosenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from([...bytes, ...Array.from({ length: 64 }, () => 0)]),
});

interface Refused {
  readonly what: string;
  readonly file: ChosenFile;
  readonly line: string;
  readonly because: string;
}

const refused: readonly Refused[] = [
  {
    what: 'a spreadsheet',
    file: binary('liste.xlsx', 0x50, 0x4b, 0x03, 0x04, ...Buffer.from('xl/workbook.xml')),
    line: 'fichier entier',
    because: 'classeur Excel',
  },
  { what: 'a PDF', file: binary('liste.pdf', ...Buffer.from('%PDF-1.7')), line: 'fichier entier', because: 'PDF' },
  { what: 'an empty file', file: csv(''), line: 'fichier entier', because: 'vide' },
  { what: 'binary content', file: binary('liste.csv', 1, 2, 3), line: 'fichier entier', because: 'pas du texte' },
  {
    what: 'a missing column',
    file: csv(sampleWith('Date de Naissance;', 'Naissance;')),
    line: 'ligne 9',
    because: 'Date de Naissance',
  },
  {
    what: 'a candidate number that occurs twice',
    file: csv(sampleWith('2113557743', '2011557741')),
    line: 'ligne 11',
    because: 'ligne 10',
  },
  {
    what: 'an impossible date',
    file: csv(sampleWith('09/04/2005', '31/02/2005')),
    line: 'ligne 10',
    because: '31/02/2005',
  },
  {
    what: 'a broken JSON dossier',
    file: { ...csv('{"format":'), name: 'dossier.json' },
    line: 'fichier entier',
    because: 'abîmé',
  },
];

for (const { what, file, line, because } of refused) {
  test(`refuses ${what}, says where and why, and writes nothing`, async ({ desk: { page } }) => {
    await page.getByRole('button', { name: 'Importer un dossier' }).click();
    await chooseFiles(page, file);
    const faults = page.getByRole('region', { name: 'Anomalies trouvées' });
    await expect(faults.getByRole('listitem')).toHaveCount(1);
    await expect(faults.getByRole('listitem')).toContainText(line);
    await expect(faults.getByRole('listitem')).toContainText(because);
    expect(await page.evaluate(async () => (await window.cachet.frontier()).length)).toBe(0);
  });
}

test('refuses a file of 100 MB without reading it', async ({ desk: { page }, saved }) => {
  const large = path.join(saved, 'énorme.csv');
  writeFileSync(large, '');
  truncateSync(large, 100_000_000);
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(page.getByRole('region', { name: 'Anomalies trouvées' })).toContainText('100 Mo');
});

test('refuses a speciality that the session does not have', async ({ desk: { page } }) => {
  const made = madeUpDossier('S');
  const dossier = { ...made, specialities: made.specialities.filter(({ code }) => code !== '31214') };
  await installDossier(page, dossier);
  await openPage(page, 'importer');
  await chooseFiles(page, csv(sampleText));
  await expect(page.getByRole('region', { name: 'Anomalies trouvées' })).toContainText('31214');
});

test('keeps the list of faults as a text file', async ({ desk: { page }, saved }) => {
  const twice = sampleWith('09/04/2005', '31/02/2005').replace('04/12/2003', '4 décembre');
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await chooseFiles(page, csv(twice, 'terminale.csv'));
  await expect(page.getByText('2 anomalies')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer la liste…' }).click();
  await expect(page.getByText('La liste des anomalies est enregistrée')).toBeVisible();
  const lines = readFileSync(path.join(saved, 'anomalies.txt'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => line.split(',').slice(0, 2).join(','))).toEqual([
    'terminale.csv, ligne 10',
    'terminale.csv, ligne 11',
  ]);
});

test('copies the list of faults', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await chooseFiles(page, csv('', 'vide.csv'));
  await page.getByRole('button', { name: 'Copier la liste des anomalies' }).click();
  await expect(page.getByText('La liste des anomalies est copiée.')).toBeVisible();
});

test('takes files dropped anywhere on the window', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await page.getByRole('button', { name: 'Choisir des fichiers…' }).waitFor();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'liste.csv', { type: 'text/csv' }));
    for (const kind of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, sampleText);
  await expect(page.getByRole('region', { name: 'Avant d’écrire' })).toContainText(/16\s*nouveaux candidats/);
});

test('several lists at once; one that cannot be read refuses them all', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  const other = sampleText.replaceAll(/;(2\d{9});/g, (_, number: string) => `;${Number(number) + 1};`);
  await chooseFiles(page, csv(sampleText, 'a.csv'), csv(sampleWith('09/04/2005', '31/02/2005'), 'b.csv'));
  await expect(page.getByRole('region', { name: 'Anomalies trouvées' })).toContainText('b.csv');
  await chooseFiles(page, csv(sampleText, 'a.csv'), csv(other, 'b.csv'));
  await expect(page.getByRole('region', { name: 'Avant d’écrire' })).toContainText(/32\s*nouveaux candidats/);
});

test('a second list shows who is new, changed and gone, and keeps what was recorded here', async ({
  desk: { page },
}) => {
  await importFirst(page, csv(sampleText));
  await openPage(page, 'candidats');
  await page.getByRole('option', { name: /ALLARD/ }).click();
  await page.getByRole('button', { name: 'Modifier les aménagements' }).click();
  await page.getByText('Temps majoré', { exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Aménagements de ALLARD Victoire enregistrés.')).toBeVisible();
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();

  const lines = sampleText.split('\r\n');
  const renamed = lines.map((line) => (line.includes('2113557743') ? line.replaceAll("'TMA'", "'TMB'") : line));
  const without = renamed.filter((line) => !line.includes('2119599321'));
  const added = (without.at(-1) ?? '').replace('2021557811', '2021557899').replace('MORENO', 'NÈGRE');
  await openPage(page, 'importer');
  await chooseFiles(page, csv([...without, added].join('\r\n')));
  const preview = page.getByRole('region', { name: 'Avant d’écrire' });
  await expect(preview).toContainText(/1\s*nouveau candidat/);
  await expect(preview).toContainText(/1\s*modifié/);
  await expect(preview).toContainText(/1\s*n’est plus sur la liste/);
  await expect(preview).toContainText(/14\s*inchangés/);
  await preview.getByRole('button', { name: 'Plus sur la liste' }).click();
  await expect(preview).toContainText('PERRIER Arthur');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('Import terminé')).toBeVisible();
  await openPage(page, 'candidats');
  await expect(page.getByText('16 inscrits, 1 retiré par une liste plus récente')).toBeVisible();
  await expect(page.getByRole('option', { name: /ALLARD/ })).toContainText('+1/3');

  await openPage(page, 'importer');
  await chooseFiles(page, csv([...without, added].join('\r\n')));
  await expect(page.getByText('Rien de nouveau.')).toBeVisible();
});

test('from the list of Cyclades to everyone seated: import, room, paper, sitting, seats', async ({
  desk: { page },
}) => {
  await importFirst(page, csv(sampleText));
  await openPage(page, 'epreuves');
  await page.getByRole('button', { name: 'Ajouter une épreuve' }).click();
  await page.getByRole('button', { name: /Diplôme/ }).click();
  await page.getByRole('option', { name: 'Baccalauréat professionnel' }).click();
  await page.getByLabel('Code', { exact: true }).fill('E51');
  await page.getByLabel('Intitulé').fill('Français');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('L’épreuve « Français » est enregistrée.')).toBeVisible();
  await page.getByRole('button', { name: 'Ajouter une séance' }).first().click();
  await page.getByLabel('Jour', { exact: true }).fill('2027-06-15');
  await page.getByText('E51 · Français').last().click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('16 candidats attendus')).toBeVisible();

  await openPage(page, 'placement');
  await expect(page.getByText('Aucune salle où placer les candidats')).toBeVisible();
  await page.getByRole('link', { name: 'Ouvrir les salles' }).click();
  await page.getByRole('button', { name: 'Ajouter une salle' }).click();
  await page.getByLabel('Nom de la salle').fill('B12');
  await page.getByRole('button', { name: 'Table 3, utilisable' }).click();
  await expect(page.getByText('24 tables utilisables')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Salle B12 est enregistrée.')).toBeVisible();

  await openPage(page, 'placement');
  await expect(page.getByRole('region', { name: 'Sans place' }).getByRole('listitem')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Répartir', exact: true }).click();
  await page.getByRole('button', { name: 'Appliquer cette répartition' }).click();
  await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Table 1 ALLARD Victoire/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Table 3 hors service' })).toBeVisible();
  await expectAccessible(page);
});
