import type { Locator, Page } from '@playwright/test';
import type { PairingOfferState } from '../../shared/bridge/pairing';
import { qrModules } from '../../shared/documents/qrCode';
import { expect } from './launch';
import { codeShown } from './qrShown';

/** The head awaits a machine for a room, at the page of the network. */
export async function awaitMachine(page: Page, room: string): Promise<PairingOfferState> {
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  await page.getByRole('button', { name: 'Ajouter un poste' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter un poste' });
  await chooseRooms(dialog, [room]);
  await expect(dialog.getByLabel('Nom du poste')).toHaveValue(room);
  await dialog.getByRole('button', { name: 'Afficher le code' }).click();
  return offerOn(page);
}

/** Ticks these rooms of a machine and no others, whatever was proposed. */
export async function chooseRooms(dialog: Locator, rooms: readonly string[]): Promise<void> {
  await expect(dialog.getByRole('checkbox').first()).toBeAttached();
  for (const label of await dialog.getByRole('checkbox').locator('..').locator('..').all()) {
    const wanted = rooms.includes((await label.textContent())?.trim() ?? '');
    if ((await label.getByRole('checkbox').isChecked()) !== wanted) await label.click();
  }
}

/** What the head's machine shows now. */
export async function offerOn(page: Page): Promise<PairingOfferState> {
  await expect.poll(() => page.evaluate(() => window.cachet.pairingState())).not.toBeNull();
  const offer = await page.evaluate(() => window.cachet.pairingState());
  if (!offer) throw new Error('nobody is awaited');
  return offer;
}

/** The picture that the head's screen shows, read off its pixels. */
export async function pictureOn(page: Page, { link }: PairingOfferState) {
  const picture = page.getByRole('img', { name: 'Code à lire avec la caméra du nouveau poste' });
  await expect(picture).toBeVisible();
  const read = await codeShown(picture, qrModules(link).length);
  expect(read).toEqual(qrModules(link));
  return read;
}

/** Opens the joining screen of an empty machine. */
export async function openJoining(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rejoindre un centre' }).click();
  await expect(page.getByLabel('Lien du centre')).toBeVisible();
}
