import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { chooseByKeyboard, openPage } from '../support/preparation';
import { centreToday, unlock } from '../support/seededCentre';

const sittings = (page: Page) => page.getByRole('region', { name: 'Séances par demi-journée' }).getByRole('button');

test('a sitting is removed by its consequence, told in the main courante and brought back; R-084 one that began is kept', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  if (!room) throw new Error('a room has candidates');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 10);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  await openPage(page, 'epreuves');
  await expect(sittings(page).first()).toBeVisible();
  const count = await sittings(page).count();

  // in the evening the other sitting of the day is before it
  const [begun] = centre.dossier.sittings;
  await sittings(page)
    .filter({ hasText: begun?.start ?? '' })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Des sujets ont été distribués à cette séance');
  await expect(sheet).toContainText('R‑084');
  await expect(sheet.getByRole('button', { name: 'Retirer cette séance' })).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await sittings(page).last().click();
  await sheet.getByRole('button', { name: 'Retirer cette séance' }).click();
  const question = page.getByRole('dialog', { name: /^Retirer la séance du .* \?$/ });
  await expect(question).toContainText('Plus personne n’y est attendu');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Retirer cette séance' }).click();
  await expect(page.getByText(/^La séance du .* est retirée\.$/)).toBeVisible();
  await expect(sittings(page)).toHaveCount(count - 1);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(sittings(page)).toHaveCount(count);

  await page.evaluate(() => {
    location.hash = '#/journal';
  });
  const lines = page.getByRole('listbox', { name: 'Main courante' }).getByRole('option');
  await expect(lines.nth(1)).toContainText('Séance retirée du calendrier');
  await expect(lines.first()).toContainText('Annulation de «\u202FSéance retirée du calendrier');
});

test('a paper leaves the list once its sitting lets it go', async ({ desk: { page } }) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [secretary] = centre.people('examSecretariat');
  if (!secretary) throw new Error('the centre has a secretariat');
  await unlock(page, secretary);
  await openPage(page, 'epreuves');
  const papers = page.getByRole('table', { name: 'Liste des épreuves' }).getByRole('button');
  await expect(papers.first()).toBeVisible();
  const count = await papers.count();
  await papers.first().click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('retirez-la d’abord de cette séance');
  await expect(sheet.getByRole('button', { name: 'Retirer cette épreuve' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Ajouter une épreuve' }).click();
  await chooseByKeyboard(page, sheet.getByRole('button', { name: /Diplôme/ }), 'Brevet professionnel');
  await sheet.getByLabel('Code').fill('E99');
  await sheet.getByLabel('Intitulé').fill('Essai à blanc');
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(papers).toHaveCount(count + 1);
  await papers.filter({ hasText: 'Essai à blanc' }).click();
  await sheet.getByRole('button', { name: 'Retirer cette épreuve' }).click();
  await page
    .getByRole('dialog', { name: 'Retirer l’épreuve «\u202FEssai à blanc\u202F»\u202F?' })
    .getByRole('button', { name: 'Retirer cette épreuve' })
    .click();
  await expect(page.getByText('L’épreuve «\u202FEssai à blanc\u202F» est retirée.')).toBeVisible();
  await expect(papers).toHaveCount(count);
});
