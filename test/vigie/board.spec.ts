import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { centreCode } from '../../shared/exchange/names';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/vigie';

const cedars = centreCode.of('0010001A');
const lakes = centreCode.of('0020002B');
const peaks = centreCode.of('0030003C');

test('what a centre’s machine tells headquarters is on the board at once, without a reload', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(cedars);
  const row = page.getByRole('option', { name: /Lycée des Cèdres/ });
  await expect(row).toContainText('Pas commencé');
  await (await centre.begun()).sent();
  await expect(row).toContainText('En épreuve');
  await expect(row).toContainText('3 présents');
  await expect(row).toContainText('1 absent');
  await (await centre.incident('fraud', 'Téléphone trouvé.')).sent();
  await expect(row).toContainText('1 incident');
  await expect(row).toContainText('à l’instant');
});

test('the board is narrowed by state, text, session and academy, ordered as chosen, and stays so after a centre was seen', async ({
  headquarters,
  signedIn: { page },
}) => {
  await (await (await headquarters.centre(cedars)).begun()).sent();
  await headquarters.centre(lakes, { name: 'Lycée des Étangs', town: 'Lac-la-Forêt' });
  await headquarters.centre(peaks, { name: 'Lycée des Cimes', authority: 'Académie de Valombre' });
  const rows = page.getByRole('option');
  await expect(rows).toHaveCount(3);
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByRole('radio', { name: /^En épreuve/ }).click();
  await expect(rows).toHaveText([/Lycée des Cèdres/]);
  await page.getByRole('radio', { name: /^Tous/ }).click();
  await page.getByRole('searchbox').fill('foret etangs');
  await expect(rows).toHaveText([/Lycée des Étangs/]);
  await page.getByRole('searchbox').fill('0030');
  await expect(rows).toHaveText([/Lycée des Cimes/]);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /Académie/ }).click();
  await page.getByRole('option', { name: 'Académie de Valombre' }).click();
  await expect(rows).toHaveText([/Lycée des Cimes/]);
  await rows.first().click();
  await expect(page.getByRole('heading', { name: 'Lycée des Cimes' })).toBeVisible();
  await page.getByRole('link', { name: 'Tous les centres' }).click();
  await expect(rows).toHaveText([/Lycée des Cimes/]);
});

test('a centre that nobody has heard of is told as silent, and not one that is in contact', async ({
  headquarters,
  signedIn: { page },
}) => {
  await headquarters.centre(cedars);
  await headquarters.unheard(lakes, { name: 'Lycée des Étangs' });
  await expect(page.getByRole('option', { name: /Lycée des Cèdres/ })).toContainText('à l’instant');
  await expect(page.getByRole('option', { name: /Lycée des Étangs/ })).toContainText('Jamais vu');
  await page.getByRole('radio', { name: /^Silencieux/ }).click();
  await expect(page.getByRole('option')).toHaveText([/Lycée des Étangs/]);
});

test('the keyboard alone finds a centre, opens it and comes back', async ({ headquarters, signedIn: { page } }) => {
  await (await (await headquarters.centre(cedars)).begun()).sent();
  await headquarters.centre(lakes, { name: 'Lycée des Étangs' });
  await expect(page.getByRole('option')).toHaveCount(2);
  const focused = page.locator(':focus');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('etangs');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(2);
  for (let count = 0; count < 20; count++) {
    await page.keyboard.press('Tab');
    if ((await focused.getAttribute('role')) === 'listbox') break;
  }
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  for (let count = 0; count < 20; count++) {
    await page.keyboard.press('Tab');
    if ((await focused.innerText()) === 'Tous les centres') break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('the list is taken away as a file that a spreadsheet reads, names that look like formulas made harmless', async ({
  headquarters,
  saved,
  signedIn: { page },
}) => {
  await (await (await headquarters.centre(cedars, { name: '=HYPERLINK("http://x";"Lycée")' })).begun()).sent();
  await headquarters.centre(lakes, { name: 'Lycée des Étangs' });
  await expect(page.getByRole('option', { name: /En épreuve/ })).toBeVisible();
  await page.getByRole('button', { name: 'Exporter la liste' }).click();
  await expect(page.getByText('2 centres exportés.')).toBeVisible();
  const name = await expect
    .poll(async () => (await headquarters.savedIn(saved)).find((each) => each.endsWith('.csv')) ?? '')
    .toMatch(/^centres-\d{4}-\d\d-\d\d\.csv$/)
    .then(async () => (await headquarters.savedIn(saved))[0] ?? '');
  const bytes = await readFile(path.join(saved, name));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').split('\r\n');
  expect(lines[0]).toContain('Centre;Établissement;Ville');
  const line = lines.find((each) => each.includes('HYPERLINK')) ?? '';
  expect(line).not.toContain(';=');
  expect(line).not.toContain(';"=');
  expect(lines.some((each) => each.includes('Lycée des Étangs'))).toBe(true);
});
