import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { expectAccessible } from '../support/accessible';
import { expect, launch, test } from '../support/launch';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';
import { releaseClock, stopClock } from '../support/stoppedClock';
import { entriesInFile, isSealed, noKeychain, recoveryCodes } from '../support/vault';

const passphrase = 'bateau lampe citron escalier';
const who = (page: Page) => page.getByText('Qui êtes-vous');

async function openChronicle(page: Page, dossier: Dossier): Promise<void> {
  await unlockAs(page, dossier.staff, 'centreHead', demonstrationPin);
  await page.evaluate(() => {
    location.hash = '#/journal';
  });
}

async function typePassphrase(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Phrase secrète').fill(typed);
  await page.keyboard.press('Enter');
}

test('R44 without a keychain the person is told, chooses a passphrase, and types it at each later start', async ({
  profile,
}) => {
  const first = await launch(profile, noKeychain);
  const { page } = first;
  await expect(page.getByRole('heading', { name: 'Choisissez une phrase secrète' })).toBeVisible();
  await expect(page.getByText('Ce poste n’a pas de trousseau de clés')).toBeVisible();
  await expectAccessible(page);
  const phrase = page.getByLabel('Phrase secrète');
  const again = page.getByLabel('La même phrase, une seconde fois');
  const done = page.getByRole('button', { name: 'Protéger ce poste' });
  await phrase.fill('court');
  await expect(page.getByText('Trop courte\u202F: encore 7\u00A0caractères.')).toBeVisible();
  await done.click();
  await expect(page.getByText('Il faut une phrase plus longue ou plus variée.')).toBeVisible();
  await phrase.fill(passphrase);
  await expect(page.getByText('Très solide.')).toBeVisible();
  await again.fill('bateau lampe citron');
  await done.click();
  await expect(page.getByText('Les deux phrases diffèrent')).toBeVisible();
  await again.fill(passphrase);
  await done.click();
  const dossier = await setUpDemonstration(page, 'S');
  await openChronicle(page, dossier);
  await expect(page.getByText('sans trousseau de clés (basic_text)')).toBeVisible();
  await first.app.close();

  const second = await launch(profile, noKeychain);
  await expect(second.page.getByLabel('Phrase secrète')).toBeFocused();
  await expectAccessible(second.page);
  await stopClock(second.app);
  for (let attempt = 0; attempt < 3; attempt++) {
    await typePassphrase(second.page, 'autre chose');
    await expect(second.page.getByText('Cette phrase n’est pas la bonne.')).toBeVisible();
  }
  await typePassphrase(second.page, passphrase);
  await expect(second.page.getByText(/^Trop d’essais\. Prochain essai dans \d\ssecondes?\.$/)).toBeVisible();
  await expect(second.page.getByLabel('Phrase secrète')).toBeDisabled();
  await releaseClock(second.app);
  await second.page.getByRole('button', { name: 'Phrase oubliée' }).click();
  await expect(second.page.getByText(/\d+\ssaisies sont conservées, chiffrées/)).toBeVisible();
  await expectAccessible(second.page);
  await second.page.getByRole('button', { name: 'Revenir à la phrase secrète' }).click();
  await typePassphrase(second.page, passphrase);
  await expect(who(second.page)).toBeVisible();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.app.close();
});

test('R43 FAULT 72 a keychain that was reset: headquarters’ code opens the whole journal again, and the journal says so', async ({
  profile,
  saved,
}) => {
  const keychain = `${profile}.keychain`;
  const env = { CACHET_KEYCHAIN: keychain };
  const first = await launch(profile, { env });
  const dossier = await setUpDemonstration(first.page, 'S');
  await openChronicle(first.page, dossier);
  await expect(first.page.getByText('gardée par le trousseau du système (file)')).toBeVisible();
  await expect.poll(() => isSealed(profile)).toBe(true);
  const entries = await entriesInFile(first.page);
  await first.app.close();
  rmSync(keychain);
  const copy = `${profile}-copy`;
  cpSync(profile, copy, { recursive: true });

  const second = await launch(profile, { env: { ...env, CACHET_SAVE_TO: saved } });
  const { page } = second;
  await expect(page.getByRole('heading', { name: 'Rien n’est perdu' })).toBeVisible();
  await expect(page.getByText(`${entries}\u00A0saisies sont conservées, chiffrées, dans 1\u00A0fichier`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer data.key…' }).click();
  await expect(page.getByText(/^Enregistré\u202F: .*data\.key$/)).toBeVisible();
  const [code = ''] = recoveryCodes(path.join(saved, 'data.key'));
  const field = page.getByLabel('Code de secours');
  await field.fill(code.replace(/^./, (sign) => (sign === '7' ? '8' : '7')));
  await page.getByRole('button', { name: 'Retrouver les saisies' }).click();
  await expect(page.getByText('Le groupe n°\u00A01 n’est pas juste')).toBeVisible();
  await field.fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Retrouver les saisies' }).click();
  await expect(who(page)).toBeVisible();
  expect(await entriesInFile(page)).toBe(entries);
  await openChronicle(page, dossier);
  await expect(page.getByText(`clé des données retrouvée, ${entries}\u00A0saisies de nouveau lisibles`)).toBeVisible();
  await second.app.close();

  await goOnWithout(copy, env, code, entries);
  rmSync(copy, { recursive: true });
  rmSync(keychain);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

/** The same lost key, where nobody waits for the code: a new key, the old entries kept, and there again later. */
async function goOnWithout(profile: string, env: Record<string, string>, code: string, entries: number): Promise<void> {
  rmSync(env.CACHET_KEYCHAIN ?? '');
  const third = await launch(profile, { env });
  const { page } = third;
  await page.getByRole('button', { name: 'Continuer sans les anciennes saisies…' }).click();
  await page.getByRole('button', { name: 'Oui, repartir avec une clé neuve' }).click();
  await expect(page.getByText(`${entries}\u00A0saisies de la boîte noire sont intactes mais illisibles`)).toBeVisible();
  await expect(page.getByText('La clé de ce poste a été renouvelée')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Cachet' })).toBeVisible();
  await third.app.close();

  const fourth = await launch(profile, { env });
  await fourth.page.getByRole('button', { name: 'Taper le code de secours' }).click();
  await fourth.page.getByLabel('Code de secours').fill(code);
  await fourth.page.getByRole('button', { name: 'Retrouver les saisies' }).click();
  await expect(fourth.page.getByText('Clé retrouvée.')).toBeVisible();
  await expectAccessible(fourth.page);
  await fourth.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  const closed = fourth.app.waitForEvent('close');
  await fourth.page.getByRole('button', { name: 'Redémarrer Cachet' }).click();
  await closed;

  const fifth = await launch(profile, { env });
  await expect(who(fifth.page)).toBeVisible();
  expect(await entriesInFile(fifth.page)).toBe(entries);
  expect([...third.complaints, ...fourth.complaints, ...fifth.complaints]).toEqual([]);
  await fifth.app.close();
}
