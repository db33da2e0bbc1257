import type { Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, launch, test } from '../support/launch';
import { NetworkMachine, type RunningMachine } from '../support/networkMachine';
import { chooseRooms, offerOn, openJoining } from '../support/pairing';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';

/** A laptop that joins by what the head's screen shows now. */
async function joins(page: Page): Promise<RunningMachine> {
  const laptop = await new NetworkMachine().start();
  const { link } = await offerOn(page);
  laptop.joining.joinByLink({ link });
  await expect.poll(() => laptop.joining.state().step, { timeout: 30_000 }).toBe('joined');
  return laptop;
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Postes du centre' }).getByRole('row', { name: new RegExp(`^${name}`) });

test('laptops handed out in a row by the keyboard, each with the next room; a spare takes a room, then a dead machine’s', async ({
  desk,
}, testInfo) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const picture = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  await page.getByRole('button', { name: 'Ajouter un poste' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter un poste' });
  const named = dialog.getByLabel('Nom du poste');
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(dialog.getByRole('status')).toHaveText(/^Ce poste recevra la liste de .+, et aucune autre\.$/);
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await picture('place');
  const first = await named.inputValue();
  await dialog.getByRole('button', { name: 'Afficher le code' }).click();
  const laptops = [await joins(page)];
  await expect(dialog.getByRole('button', { name: /^Poste suivant, pour / })).toBeFocused();
  await expectAccessible(page);
  await picture('next');
  await page.keyboard.press('Enter');
  await expect(named).not.toHaveValue(first);
  const second = await named.inputValue();
  await expect(dialog.getByRole('button', { name: 'Afficher le code' })).toBeFocused();
  await page.keyboard.press('Enter');
  laptops.push(await joins(page));
  await expect(dialog.getByRole('button', { name: /^Poste suivant|^Terminer/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');

  await test.step('a spare without rooms is told as one', async () => {
    await expect(dialog.getByText('a déjà un poste')).toHaveCount(2);
    await chooseRooms(dialog, []);
    await expect(named).toHaveValue('Secours 1');
    await expect(dialog.getByRole('status')).toContainText('Ce poste de secours ne tient la liste d’aucune salle.');
    await expectAccessible(page);
    await picture('spare');
    await dialog.getByRole('button', { name: 'Afficher le code' }).click();
    laptops.push(await joins(page));
    await dialog.getByRole('button', { name: 'Terminer' }).click();
    await expect(rowOf(page, 'Secours 1')).toContainText('aucune, poste de secours');
    await expectNothingCutOff(page);
    await picture('table');
  });

  await test.step('it is given a room, and what follows is told before', async () => {
    await page.getByRole('button', { name: 'Salles… – Secours 1' }).click();
    const rooms = page.getByRole('dialog', { name: 'Salles du poste «\u202FSecours 1\u202F»' });
    const follows = rooms.getByRole('status');
    await expect(follows).toContainText('Rien ne change');
    await expect(rooms.getByRole('button', { name: 'Changer les salles' })).toBeDisabled();
    await chooseRooms(rooms, [second]);
    await expect(follows).toContainText('Il recevra la liste de');
    await expectAccessible(page);
    await picture('gains');
    await rooms.getByRole('button', { name: 'Changer les salles' }).click();
    await expect(rooms).toBeHidden();
    await expect(rowOf(page, 'Secours 1')).toContainText(`${second.replace(/^Salle /, '')}liste remise`);

    await page.getByRole('button', { name: 'Salles… – Secours 1' }).click();
    await chooseRooms(rooms, []);
    await expect(follows).toContainText('Il garde sur son disque ce qu’il a déjà reçu de');
    await expect(follows).toContainText('Il devient un poste de secours');
    await expect(follows).not.toContainText('Plus aucun poste');
    await expectAccessible(page);
    await picture('loses');
    await rooms.getByRole('button', { name: 'Changer les salles' }).click();
    await expect(rowOf(page, 'Secours 1')).toContainText('aucune, poste de secours');
  });

  await test.step('a room’s machine dies: the spare that is in takes its rooms at once', async () => {
    await page.getByRole('button', { name: `Remplacer – ${first}` }).click();
    const replacing = page.getByRole('dialog', { name: `Remplacer le poste «\u202F${first}\u202F»` });
    await expect(replacing.getByRole('radio', { name: /^Secours 1/ })).toBeChecked();
    await expect(replacing.getByRole('status')).toContainText('Il recevra la liste de');
    await expectAccessible(page);
    await picture('takesOver');
    await replacing.getByRole('button', { name: 'Remplacer par Secours 1' }).click();
    await expect(replacing).toBeHidden();
    await expect(rowOf(page, 'Secours 1')).toContainText(`${first.replace(/^Salle /, '')}liste remise`);
    await expect(rowOf(page, first)).toContainText('écarté');
    await picture('takenOver');
  });

  await test.step('an office’s machine holds every list: its rooms decide nothing, and why is told', async () => {
    await page.getByRole('button', { name: 'Ajouter un poste' }).click();
    await dialog.getByText('Au secrétariat ou à la direction').click();
    await named.fill('Secrétariat');
    await dialog.getByRole('button', { name: 'Afficher le code' }).click();
    laptops.push(await joins(page));
    await dialog.getByRole('button', { name: 'Terminer' }).click();
    await page.getByRole('button', { name: 'Salles… – Secrétariat' }).click();
    await expect(page.getByRole('dialog')).toContainText('il tient déjà la liste de toutes les salles');
    await expectAccessible(page);
    await picture('office');
    await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  });

  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByText('Salles du poste Secours 1\u202F: aucune')).toHaveCount(1);
  await picture('chronicle');
  for (const laptop of laptops) await laptop.close();
});

test('a spare laptop holds nobody’s list until the head gives it a room; then that room’s, and keeps it once it has another', async ({
  desk,
  profile,
}, testInfo) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const { staff, rooms } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  await expect(page.getByRole('region', { name: 'Ce poste', exact: true })).toContainText(
    'poste qui a ouvert le centre',
  );
  await page.getByRole('button', { name: 'Ajouter un poste' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter un poste' });
  await chooseRooms(dialog, []);
  await dialog.getByRole('button', { name: 'Afficher le code' }).click();
  const { link } = await offerOn(page);
  const spare = await launch(`${profile}-spare`);
  const there = spare.page;
  await openJoining(there);
  await there.getByLabel('Lien du centre').fill(link);
  await there.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await expect(there.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Terminer' }).click();
  await unlockAs(there, staff, 'roomLeadInvigilator', demonstrationPin);
  const desksThere = there.getByRole('navigation', { name: 'Bureaux' });
  await desksThere.getByRole('link', { name: 'Réseau' }).click();
  await expect(there.getByText('Relié au relais «\u202Fposte qui a ouvert le centre\u202F».')).toBeVisible();
  await there.screenshot({ path: testInfo.outputPath('relay.png') });
  await desksThere.getByRole('link', { name: 'Salle' }).click();
  await expect(there.getByText('Aucune liste sur ce poste pour cette séance')).toBeVisible();

  const [first, second] = rooms.map(({ name }) => name);
  if (first === undefined || second === undefined) throw new Error('a demonstration has rooms');
  const held = there.getByRole('link').filter({ hasText: /\d+\scandidats/ });
  for (const [room, count] of [
    [first, 1],
    [second, 2],
  ] as const) {
    await page.getByRole('button', { name: 'Salles… – Secours 1' }).click();
    const choosing = page.getByRole('dialog', { name: 'Salles du poste «\u202FSecours 1\u202F»' });
    await chooseRooms(choosing, [room]);
    await choosing.getByRole('button', { name: 'Changer les salles' }).click();
    await expect(rowOf(page, 'Secours 1')).toContainText('liste remise');
    // what was handed before stays: nothing is ever taken out of a journal
    await expect(held).toHaveCount(count, { timeout: 30_000 });
    await expect(held.filter({ hasText: room })).toHaveCount(1);
  }
  await there.screenshot({ path: testInfo.outputPath('held.png') });
  await spare.app.close();
  expect(spare.complaints).toEqual([]);
});
