import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, unlock } from '../support/seededCentre';

const go = (page: Page, desk: string) =>
  page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link').filter({ hasText: desk }).click();

test('the head withdraws an access with a reason: its code opens nothing any more, and the main courante says why', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  const [deputy] = centre.people('deputyCentreHead');
  if (!head || !deputy) throw new Error('the centre has a head and a deputy');
  await unlock(page, head);
  await go(page, 'Équipe');
  const search = page.getByRole('searchbox', { name: 'Chercher un nom' });
  await search.fill(`${head.familyName} ${head.givenNames}`);
  const row = page.getByRole('row').last();
  await expect(row).toContainText('est la seule personne à diriger ce centre');
  await expect(row.getByRole('button', { name: /^Retirer l’accès/ })).toBeHidden();

  await search.fill(`${deputy.familyName} ${deputy.givenNames}`);
  await expectAccessible(page);
  await row.getByRole('button', { name: /^Retirer l’accès/ }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Retirer l’accès' }).click();
  await expect(dialog.getByText('Dites pourquoi.')).toBeVisible();
  await dialog.getByLabel('Motif').fill('Muté au lycée des Ormes');
  await dialog.getByRole('button', { name: 'Retirer l’accès' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('sans code');

  await go(page, 'Journal');
  const first = page.getByRole('listbox', { name: 'Main courante' }).getByRole('option').first();
  await expect(first).toContainText(`Accès retiré à ${deputy.familyName.toLocaleUpperCase('fr')}`);
  await expect(first).toContainText('Muté au lycée des Ormes');
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Une autre personne' }).click();
  await page.getByRole('searchbox', { name: 'Tapez votre nom' }).fill(`${deputy.familyName} ${deputy.givenNames}`);
  await expect(page.getByText('Aucun nom ne correspond.')).toBeVisible();
  const asked = { person: deputy.id, role: 'deputyCentreHead', pin: '2468' } as const;
  expect(await page.evaluate((ask) => window.cachet.unlock(ask), asked)).toMatchObject({
    ok: false,
    error: { kind: 'no-access' },
  });
});

test('whoever withdraws the access they are unlocked with is shown out, and nothing of their desk stays', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [deputy] = centre.people('deputyCentreHead');
  if (!deputy) throw new Error('the centre has a deputy');
  await unlock(page, deputy);
  await go(page, 'Équipe');
  await page.getByRole('searchbox', { name: 'Chercher un nom' }).fill(`${deputy.familyName} ${deputy.givenNames}`);
  await page
    .getByRole('row')
    .last()
    .getByRole('button', { name: /^Retirer l’accès/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('C’est votre propre accès');
  await dialog.getByLabel('Motif').fill('Fin de ma suppléance');
  await dialog.getByRole('button', { name: 'Retirer l’accès' }).click();
  await expect(page.getByRole('listbox', { name: 'Personnes qui peuvent ouvrir ce poste' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Bureaux' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Annuler' })).toHaveCount(0);
  expect(await page.evaluate(() => window.cachet.whoIsUnlocked())).toBeNull();
});
