import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { textOf } from '../support/pages';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';

test('pages are chosen, looked at, saved whole, and a missing printer is told', async ({ desk: { page }, saved }) => {
  test.setTimeout(180_000);
  const dossier = await setUpDemonstration(page, 'S');
  await unlockAs(page, dossier.staff, 'centreHead', demonstrationPin);
  await page.evaluate(() => {
    location.hash = '#/pages';
  });
  const shown = page.getByRole('region', { name: 'Aperçu' });

  await test.step('the sign-in sheets of the half-day are drawn in the worker and shown', async () => {
    await expect(shown.getByText(/^page 1 sur \d+$/)).toBeVisible({ timeout: 60_000 });
    await expect(shown.getByRole('img', { name: /Aperçu, Liste d’émargement/ })).toBeVisible();
    await expect(shown.locator('figcaption')).toContainText('Signature du candidat');
  });

  await test.step('one turns the pages', async () => {
    await shown.getByRole('button', { name: 'Page suivante' }).click();
    await expect(shown.getByText(/^page 2 sur/)).toBeVisible();
    await shown.getByRole('button', { name: 'Agrandir' }).click();
    await expect(shown.getByRole('img', { name: /page 2 sur/ })).toBeVisible();
  });

  await test.step('what is saved is what was shown, whole', async () => {
    await page.getByRole('radio', { name: 'Liste d’appel' }).check({ force: true });
    await expect(shown.locator('figcaption')).toContainText('Liste d’appel', { timeout: 60_000 });
    const pages = await shown.getByText(/^page 1 sur/).innerText();
    await page.getByRole('button', { name: 'Enregistrer le PDF' }).click();
    await expect(page.getByText(/^Enregistré.*\.pdf$/)).toBeVisible();
    const day = dossier.sittings.map((sitting) => sitting.day).sort()[0];
    const file = readFileSync(path.join(saved, `Liste d’appel ${day}.pdf`));
    const text = await textOf(file);
    expect(pages).toBe(`page 1 sur ${text.length}`);
    for (const each of text) expect(each).toContain('Démonstration');
  });

  await test.step('no room chosen is a state of its own', async () => {
    await page.getByRole('button', { name: 'Aucune', exact: true }).click();
    await expect(page.getByText('Aucune page à montrer')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Imprimer' })).toBeDisabled();
    await page.getByRole('button', { name: 'Toutes', exact: true }).click();
    await expect(shown.locator('figcaption')).toContainText('Liste d’appel', { timeout: 60_000 });
  });

  await test.step('without a printer nothing breaks, and the cure is told', async () => {
    await page.getByRole('button', { name: 'Imprimer' }).click();
    await expect(page.getByText('Aucune imprimante n’est installée sur ce poste.')).toBeVisible();
  });

  await test.step('assistive technologies can read the screen', async () => {
    await expectAccessible(page);
  });
});
