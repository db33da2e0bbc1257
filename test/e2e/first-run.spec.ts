import { expectAccessible } from '../support/accessible';
import { csv, sampleText } from '../support/cycladesFiles';
import { expect, launch, test } from '../support/launch';
import { demonstrationPin, importFirst, openPage, setUpDemonstration, unlockAs } from '../support/preparation';

test('an empty machine offers five ways to begin, by keyboard too, and can go back', async ({ desk: { page } }) => {
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Cachet' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Importer un dossier' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code de rattachement')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Revenir au choix' }).click();
  await page.getByRole('button', { name: 'Rattacher au siège' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Lien du centre')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Revenir au choix' }).click();
  await page.getByRole('button', { name: 'Rejoindre un centre' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio')).toHaveCount(4);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Revenir au choix' }).click();
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await expect(page.getByRole('button', { name: 'Choisir des fichiers…' })).toBeVisible();
  await expectAccessible(page);
});

test('a demonstration begins today with everyone seated, and everyone has the code that is shown', async ({ desk }) => {
  const { page } = desk;
  const dossier = await setUpDemonstration(page, 'S');
  await expect(page.getByText(`code ${demonstrationPin}`)).toBeVisible();
  await unlockAs(page, dossier.staff, 'examSecretariat', demonstrationPin);
  await openPage(page, 'placement');
  await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
  await openPage(page, 'candidats');
  await expect(page.getByText('160 inscrits')).toBeVisible();
  await page.getByRole('button', { name: 'Démonstration\u202F: ce qu’il y a à jouer' }).click();
  const sheet = page.getByRole('dialog', { name: 'À jouer pendant cette séance' });
  for (const surprise of [
    'ne vient pas',
    /après le début$/,
    'n’a pas de pièce d’identité',
    /sans être sur la liste$/,
  ]) {
    await expect(sheet.getByRole('cell', { name: surprise }).first()).toBeVisible();
  }
  await expectAccessible(page);
});

test('started to be shown, an empty machine proposes the demonstration at once', async ({ profile }) => {
  const { app, page } = await launch(profile, { args: ['--demonstration'] });
  await expect(page.getByRole('button', { name: 'Préparer la démonstration' })).toBeVisible();
  await app.close();
});

test('writing a large centre can be interrupted and taken up again, without doubles', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Essayer avec un centre de démonstration' }).click();
  await page.getByText('Cité scolaire').click();
  await page.getByRole('button', { name: 'Préparer la démonstration' }).click();
  await page.getByRole('button', { name: 'Interrompre' }).click();
  await expect(page.getByText('Écriture interrompue.')).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre l’écriture' }).click();
  await expect(page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 120_000 });
  const written = await page.evaluate(async () => {
    const streams = await window.cachet.frontier();
    const kinds = new Map<string, number>();
    for (const { stream, seq } of streams) {
      for (let after = 0; after < seq; after += 1000) {
        const packed = await window.cachet.entriesIn({ stretches: [{ stream, seq: after, limit: 1000 }] });
        for (const [, kind = ''] of new TextDecoder().decode(packed).matchAll(/"kind":"([a-zA-Z.]+)"/g)) {
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        }
      }
    }
    return [kinds.get('session.published'), kinds.get('rooms.published')];
  });
  expect(written).toEqual([1, 1]);
});

test('after a Cyclades list, whoever directs chooses a code, and is let in again with it', async ({ profile }) => {
  const first = await launch(profile);
  await importFirst(first.page, csv(sampleText));
  await first.app.close();
  const second = await launch(profile);
  await second.page.getByText('VASSEUR Hélène').click();
  await second.page.getByLabel('Code', { exact: true }).fill('731946');
  await second.page.keyboard.press('Enter');
  await openPage(second.page, 'candidats');
  await expect(second.page.getByText('16 inscrits')).toBeVisible();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.app.close();
});

test('nobody is named without a name: the cure stands under the field', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await page.locator('input[type=file]').setInputFiles(csv(sampleText));
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('Indiquez le nom, en 80 caractères au plus.')).toBeVisible();
  await expect(page.getByLabel('Nom', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});
