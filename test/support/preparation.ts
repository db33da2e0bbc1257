import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { displayName } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import { centreOf } from '../../shared/formats/demonstration/centre';
import { namesFrom } from '../../shared/formats/demonstration/names';
import type { Size } from '../../shared/formats/demonstration/tiers';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { day } from '../../shared/kernel/ids';
import type { Role } from '../../shared/kernel/role';
import { type ChosenFile, json } from './cycladesFiles';
import { expect, root } from './launch';

/** The code that everyone has in the demonstration. */
export const demonstrationPin = '2468';

const sizeNames: Readonly<Record<Size, RegExp>> = {
  S: /Petit lycée/,
  M: /Centre moyen/,
  L: /Cité scolaire/,
  XL: /Halls/,
};

/** Sets the demonstration up through the first-run screens and returns the centre it makes. */
export async function setUpDemonstration(page: Page, size: Size): Promise<Dossier> {
  await page.getByRole('button', { name: 'Essayer avec un centre de démonstration' }).click();
  await page.getByRole('radio', { name: sizeNames[size] }).check({ force: true });
  await page.getByRole('button', { name: 'Préparer la démonstration' }).click();
  await expect(page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 120_000 });
  const today = await page.evaluate(() => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format());
  return made(size, today);
}

/** The made-up centre under the guise of a real one: the school, the year and the authority of the Cyclades sample. */
export function madeUpDossier(size: Size): Dossier {
  const dossier = made(size, '2023-06-12');
  const centre = { code: '0921234A', name: 'LYC TEST', town: 'VILLEFICTIVE' };
  return { ...dossier, session: { ...dossier.session, centre, demonstration: false } };
}

function made(size: Size, first: string): Dossier {
  return demonstrationDossier(size, 2026, first);
}

/** The demonstration's centre of that seed. */
export function demonstrationDossier(size: Size, seed: number, first: string): Dossier {
  const list = (name: string) => readFileSync(path.join(root, 'shared/formats/demonstration/data', name), 'utf8');
  const names = namesFrom({ family: list('insee-noms.csv'), given: list('insee-prenoms.csv') });
  return centreOf(names, { size, seed, day: day.of(first) });
}

/** Unlocks as the first person of the centre who has this role. */
export async function unlockAs(page: Page, staff: readonly Person[], role: Role, pin: string): Promise<void> {
  const person = staff.find(({ roles }) => roles.includes(role));
  if (!person) throw new Error(`nobody is ${role}`);
  await page.getByRole('searchbox').fill(person.familyName);
  await page.getByText(displayName(person)).first().click();
  await page.getByLabel('Code', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Bureaux' })).toBeVisible();
}

/** Hands files to the import, as the file chooser would. */
export async function chooseFiles(page: Page, ...files: readonly ChosenFile[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files]);
}

/** Imports a list on an empty machine, names the head and chooses their code: the desk is open afterwards. */
export async function importFirst(page: Page, list: ChosenFile): Promise<void> {
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await chooseFiles(page, list);
  await page.getByLabel('Nom', { exact: true }).fill('VASSEUR');
  await page.getByLabel('Prénom', { exact: true }).fill('Hélène');
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.getByLabel('Code choisi').fill('731946');
  await page.getByLabel('Le même code, une seconde fois').fill('731946');
  await page.getByRole('button', { name: 'Ouvrir le centre' }).click();
  await expect(page.getByRole('navigation', { name: 'Bureaux' })).toBeVisible();
}

/** Imports a whole dossier on an empty machine; its head chooses the code 731946. */
export async function installDossier(page: Page, dossier: Dossier): Promise<void> {
  await page.getByRole('button', { name: 'Importer un dossier' }).click();
  await chooseFiles(page, json(dossier));
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.getByLabel('Code choisi').fill('731946');
  await page.getByLabel('Le même code, une seconde fois').fill('731946');
  await page.getByRole('button', { name: 'Ouvrir le centre' }).click();
  await expect(page.getByRole('navigation', { name: 'Bureaux' })).toBeVisible();
}

/** Opens a page of the preparation by its address. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/preparation/${to}`;
  }, name);
}

/** Opens a list of choices that has the focus, types the first letters of one and takes it. */
export async function chooseByKeyboard(page: Page, field: Locator, choice: string): Promise<void> {
  await field.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(choice);
  await expect(page.getByRole('option', { name: choice })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toContainText(choice);
}
