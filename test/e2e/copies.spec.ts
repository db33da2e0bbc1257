import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { type Desk, expect, launch, test } from '../support/launch';
import { textOf } from '../support/pages';
import { demonstrationPin, openPage, setUpDemonstration, unlockAs } from '../support/preparation';
import { recoveryCodes } from '../support/vault';

/** The copy on a key, and the one before it. */
const copiesOn = (usb: string) => readdirSync(usb).filter((name) => name.endsWith('.cachet'));
const copyOn = (usb: string) => copiesOn(usb).find((name) => !name.includes('précédente')) ?? '';

async function codeShown(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Code de secours' });
  const groups = dialog.getByRole('listitem');
  await expect(groups).toHaveCount(7);
  return (await groups.allTextContents()).join('-');
}

async function openCopy(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Choisir le fichier…' }).click();
  await page.getByLabel('Code de secours').fill(code);
  await page.keyboard.press('Enter');
}

test('a copy is set up, shown by age, taken back on another machine, and told in the main courante', async ({
  profile,
  saved,
}) => {
  const usb = mkdtempSync(path.join(os.tmpdir(), 'cachet-usb-'));
  const first = await launch(profile, { env: { CACHET_SAVE_TO: saved, CACHET_COPY_TO: usb } });
  const { page } = first;
  const dossier = await setUpDemonstration(page, 'S');
  await unlockAs(page, dossier.staff, 'centreHead', demonstrationPin);
  const start = `${dossier.sittings[0]?.day}T07:30:00Z`;
  await page.clock.install({ time: new Date(start) });
  await openPage(page, 'copie');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Choisir la clé ou le dossier…' }).click();
  await page.getByText('Y mettre aussi l’état de chaque salle').click();
  await page.getByRole('button', { name: 'Faire la première copie' }).click();
  const code = await codeShown(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer la fiche en PDF…' }).click();
  await expect.poll(() => readdirSync(saved)).toEqual(['Fiche de secours.pdf']);
  const [sheet] = await textOf(readFileSync(path.join(saved, 'Fiche de secours.pdf')));
  for (const group of code.split('-')) expect(sheet).toContain(group);
  await page.getByRole('button', { name: 'Le code est en lieu sûr' }).click();

  await expect(page.getByRole('banner').getByText('Copie')).toBeVisible();
  await expect(page.getByRole('region', { name: 'État de la copie' })).toContainText(usb);
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await expect.poll(() => readdirSync(usb).includes('état-des-salles'), { timeout: 60_000 }).toBe(true);
  await page.getByRole('button', { name: 'Copier maintenant' }).click();
  await expect(page.getByRole('banner').getByText('Copie à jour')).toBeVisible();

  await test.step('a key that is pulled out is told calmly, and taken up again once it is back', async () => {
    renameSync(usb, `${usb}-out`);
    await page.evaluate(() => window.cachet.newCopyCode());
    await page.clock.runFor(11_000);
    await expect(page.getByRole('banner').getByText(/clé absente/)).toBeVisible();
    await expectAccessible(page);
    renameSync(`${usb}-out`, usb);
    await page.getByRole('button', { name: 'Copier maintenant' }).click();
    await expect(page.getByRole('banner').getByText('Copie à jour')).toBeVisible();
  });
  await page.evaluate(() => {
    location.hash = '#/journal';
  });
  await expect(page.getByText(/copies de secours mises en place/).first()).toBeVisible();
  await first.app.close();
  expect(first.complaints).toEqual([]);

  await test.step('another machine takes its place', async () => {
    const other = mkdtempSync(path.join(os.tmpdir(), 'cachet-other-'));
    const damaged = path.join(other, 'abîmée.cachet');
    const whole = path.join(usb, copyOn(usb));
    const bytes = readFileSync(whole);
    bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1;
    writeFileSync(damaged, bytes);
    await refused(other, damaged, code);
    await takenBack(other, whole, code, async (desk) => {
      await unlockAs(desk.page, dossier.staff, 'centreHead', demonstrationPin);
      await desk.page.evaluate(() => {
        location.hash = '#/journal';
      });
      await expect(desk.page.getByText(/copie de secours du poste .* reprise/).first()).toBeVisible();
    });
    rmSync(other, { recursive: true, force: true });
  });
  rmSync(usb, { recursive: true, force: true });
});

async function refused(profile: string, file: string, code: string): Promise<void> {
  const { app, page } = await launch(path.join(profile, 'data'), { env: { CACHET_COPY_FROM: file } });
  await page.getByRole('button', { name: 'Reprendre une copie' }).click();
  await expectAccessible(page);
  await openCopy(page, `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
  await expect(page.getByText('Le groupe n° 7 n’est pas juste')).toBeVisible();
  await page.getByLabel('Code de secours').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/La saisie n°.* est abîmée/)).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => window.cachet.frontier())).toEqual([]);
  await app.close();
}

async function takenBack(
  profile: string,
  file: string,
  code: string,
  then: (desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await launch(path.join(profile, 'data'), { env: { CACHET_COPY_FROM: file } });
  const { app, page } = desk;
  const content = page.getByRole('heading', { name: 'Ce que contient la copie' });
  await expect(page.getByRole('button', { name: 'Reprendre une copie' })).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre une copie' }).focus();
  await page.keyboard.press('Enter');
  await test.step('R43 where the sheet is lost, headquarters’ code opens the copy', async () => {
    const [given = ''] = recoveryCodes(file);
    await openCopy(page, given);
    await expect(content).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Ne pas reprendre' }).click();
  });
  await openCopy(page, code.toLowerCase().replaceAll('-', ' '));
  await expect(content).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  await then(desk);
  await app.close();
  expect(desk.complaints).toEqual([]);
}
