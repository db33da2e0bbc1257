import { centreCode } from '../../shared/exchange/names';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/vigie';

const cedars = centreCode.of('0010001A');
const hostile = '<img src=x onerror="document.title=\'pris\'">{{7*7}}';

test('a centre is shown down to a room’s report, and follows what happens there', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(cedars);
  await (await centre.begun(12)).sent();
  await page.getByRole('option', { name: /Lycée des Cèdres/ }).click();
  await expect(page.getByRole('row', { name: /Salle B12/ })).toContainText('retard 12 min');
  await (await centre.incident('health', 'Malaise, pompiers appelés.')).sent();
  await expect(page.getByText('Malaise, pompiers appelés.')).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByRole('link', { name: 'Salle B12' }).click();
  const report = page.getByRole('article', { name: /E51/ });
  await expect(report).toContainText('de 9 h 12 à 13 h 12');
  await expect(report).toContainText('BEN SALAH Camille (table 2)');
  await expect(report).toContainText('Malaise, pompiers appelés.');
  await expect(report).toContainText('ce procès-verbal n’est pas clos');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Toutes les salles' }).click();
  await expect(page.getByRole('row', { name: /Salle B07/ })).toBeVisible();
});

test('names and texts that are markup are shown as what they are, on every screen', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(cedars, { name: hostile, town: hostile.slice(0, 80), authority: hostile });
  await (await (await centre.begun()).incident('other', hostile)).sent();
  await expect(page.getByRole('option').getByText(hostile, { exact: true })).toBeVisible();
  await page.getByRole('option').click();
  await expect(page.getByRole('heading', { name: hostile })).toBeVisible();
  await expect(page.getByText(hostile).last()).toBeVisible();
  await page.getByRole('link', { name: 'Salle B12' }).click();
  await expect(page.getByRole('article').getByText(hostile)).toBeVisible();
  await page.getByRole('link', { name: 'Messages' }).click();
  await page.getByRole('button', { name: 'Écrire un message' }).click();
  await page.getByLabel('Titre').fill(hostile);
  await page.getByLabel('Texte').fill(hostile);
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: hostile })).toBeVisible();
  await page.getByRole('button', { name: 'Envoyer à 1 centre' }).click();
  await expect(page.getByRole('article', { name: hostile })).toBeVisible();
  await expect(page).toHaveTitle('Vigie · Cachet');
});
