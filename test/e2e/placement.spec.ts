import type { Page } from '@playwright/test';
import { displayName } from '../../shared/exam/people/names';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { expectAccessible } from '../support/accessible';
import { expect, launch, test } from '../support/launch';
import { demonstrationPin, openPage, setUpDemonstration, unlockAs } from '../support/preparation';

/** Opens the placement of a small demonstration as its secretariat. */
async function atThePlacement(page: Page): Promise<Dossier> {
  const dossier = await setUpDemonstration(page, 'S');
  await unlockAs(page, dossier.staff, 'examSecretariat', demonstrationPin);
  await openPage(page, 'placement');
  await expect(page.getByRole('group', { name: /Plan de la salle/ })).toBeVisible();
  return dossier;
}

const seat = (page: Page, table: number) => page.locator(`[data-table="${table}"]`);
/** Who sits at a table, as it is written there. */
const at = async (page: Page, table: number) => (await seat(page, table).locator('b').textContent()) ?? '';
const firstTwo = async (page: Page) => [await at(page, 1), await at(page, 2)];
const told = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ });

test('R-009 two candidates exchange their tables by keyboard alone, and back again', async ({ desk: { page } }) => {
  await atThePlacement(page);
  const [first, second] = await firstTwo(page);
  await seat(page, 1).focus();
  await page.keyboard.press('Enter');
  await expect(told(page).getByText('est en main')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(seat(page, 2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('ont échangé leurs tables.')).toBeVisible();
  await expect.poll(() => firstTwo(page)).toEqual([second, first]);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Le geste est annulé')).toBeVisible();
  await expect.poll(() => firstTwo(page)).toEqual([first, second]);
});

test('Escape puts whoever is in hand back where they were', async ({ desk: { page } }) => {
  await atThePlacement(page);
  const first = await at(page, 1);
  await seat(page, 1).click();
  await expect(page.getByText('est en main')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('est en main')).toBeHidden();
  await expect.poll(() => at(page, 1)).toBe(first);
});

test('a seat taken away shows at once among those without place, and is given back by the mouse', async ({
  desk: { page },
}) => {
  await atThePlacement(page);
  const person = await at(page, 3);
  await seat(page, 3).focus();
  await page.keyboard.press('Delete');
  const waiting = page.getByRole('region', { name: 'Sans place' }).getByRole('listitem');
  await expect(waiting).toHaveCount(1);
  await expect(waiting).toContainText(person);
  await expect(waiting).toContainText('Pas encore placé');
  await expectAccessible(page);
  await waiting.getByRole('button').dragTo(seat(page, 3));
  await expect(waiting).toHaveCount(0);
  await expect.poll(() => at(page, 3)).toBe(person);
});

test('R-009 who has no table never takes an occupied one', async ({ desk: { page } }) => {
  await atThePlacement(page);
  await seat(page, 3).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('region', { name: 'Sans place' }).getByRole('listitem').getByRole('button').click();
  await seat(page, 1).click();
  await expect(page.getByText('un seul candidat par table')).toBeVisible();
});

test('a late candidate is registered by hand and seated without moving anyone', async ({ desk: { page } }) => {
  await atThePlacement(page);
  await openPage(page, 'candidats');
  await page.getByRole('button', { name: 'Ajouter un candidat' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Indiquez le nom, en 80 caractères au plus.')).toBeVisible();
  await page.getByLabel('Nom de famille').fill('ÉTIENNE-LARUE');
  await page.getByLabel('Prénoms').fill('Noûr');
  await page.getByLabel('Date de naissance').fill('2008-02-29');
  await page.getByRole('button', { name: /Spécialité/ }).click();
  await page.getByRole('option', { name: 'Métiers de l’accueil' }).last().click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('ÉTIENNE-LARUE Noûr est inscrit(e).')).toBeVisible();
  await openPage(page, 'placement');
  const before = await at(page, 1);
  await page.getByRole('button', { name: 'Placer tous sans déplacer personne' }).click();
  await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
  await expect(page.getByText(/^ÉTIENNE-LARUE Noûr\s: .*table \d+\.$/)).toBeVisible();
  await expect.poll(() => at(page, 1)).toBe(before);
});

test('search leads to a candidate’s table', async ({ desk: { page } }) => {
  const { candidates } = await atThePlacement(page);
  const sought = candidates.find(({ familyName }) => familyName === 'WIŚNIEWSKI');
  if (!sought) throw new Error('the demonstration plants this name');
  await page.getByRole('searchbox').fill('wisniewski');
  await page.getByRole('button', { name: displayName(sought) }).click();
  await expect(page.locator('[data-table]:focus')).toContainText('WIŚNIEWSKI');
});

test('a new allocation shows what it changes, and changes nothing before it is agreed to', async ({
  desk: { page },
}) => {
  await atThePlacement(page);
  const first = await at(page, 1);
  await seat(page, 1).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('n’a plus de place.')).toBeVisible();
  await page.getByRole('button', { name: 'Répartir à nouveau' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/1\s*nouvelle place/);
  await expect(dialog).toContainText(/0\s*change de table/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('region', { name: 'Sans place' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Répartir à nouveau' }).click();
  await dialog.getByRole('button', { name: 'Appliquer cette répartition' }).click();
  await expect(page.getByText('1 candidat a reçu sa place.')).toBeVisible();
  await expect.poll(() => at(page, 1)).toBe(first);
});

test('a room in use is not removed, and says why; a table somebody has is not taken from under them', async ({
  desk: { page },
}) => {
  await atThePlacement(page);
  await openPage(page, 'salles');
  await page.getByRole('button', { name: /A101/ }).click();
  await expect(page.getByRole('button', { name: 'Retirer cette salle' })).toBeDisabled();
  await expect(page.getByText(/places y sont attribuées sur \d jours/)).toBeVisible();
  await page.getByRole('button', { name: 'Table 1, utilisable' }).click();
  await expect(page.getByText('à une table que ce plan supprime')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await expectAccessible(page);
});

test('seats outlive the program', async ({ profile }) => {
  const first = await launch(profile);
  const { staff } = await atThePlacement(first.page);
  const seated = (await firstTwo(first.page)).reverse();
  await seat(first.page, 1).click();
  await seat(first.page, 2).click();
  await expect(first.page.getByText('ont échangé leurs tables.')).toBeVisible();
  await first.app.close();
  const second = await launch(profile);
  await unlockAs(second.page, staff, 'examSecretariat', demonstrationPin);
  await openPage(second.page, 'placement');
  await expect(seat(second.page, 2)).toBeVisible();
  await expect.poll(() => firstTwo(second.page)).toEqual(seated);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.app.close();
});
