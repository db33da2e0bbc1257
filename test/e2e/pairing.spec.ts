import path from 'node:path';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { expectAccessible } from '../support/accessible';
import { cameraSwitches, filmOf } from '../support/fakeCamera';
import { type Desk, expect, launch, test } from '../support/launch';
import { awaitMachine, offerOn, openJoining, pictureOn } from '../support/pairing';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';

/** The head's machine, at work, with the demonstration's centre. */
async function theHeads({ page }: Desk): Promise<Dossier> {
  const dossier = await setUpDemonstration(page, 'S');
  await unlockAs(page, dossier.staff, 'centreHead', demonstrationPin);
  return dossier;
}

/** The joining machine has the centre's people, and somebody opens it. */
async function opensAs({ page }: Desk, { staff }: Dossier): Promise<void> {
  await expect(page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  await unlockAs(page, staff, 'roomLeadInvigilator', demonstrationPin);
}

const members = ({ page }: Desk) => page.evaluate(async () => (await window.cachet.pairingState())?.arrived?.member);

test('a laptop joins by the picture that the head shows its camera, and its successor takes its place', async ({
  desk,
  profile,
}, testInfo) => {
  const dossier = await theHeads(desk);
  const room = dossier.rooms[0]?.name ?? '';
  const offer = await awaitMachine(desk.page, room);
  await expectAccessible(desk.page);
  await desk.page.screenshot({ path: testInfo.outputPath('offer.png') });
  const film = path.join(profile, 'film.y4m');
  filmOf(await pictureOn(desk.page, offer), film);
  const first = await launch(path.join(profile, 'first'), { args: cameraSwitches(film) });
  await openJoining(first.page);
  await expectAccessible(first.page);
  await first.page.screenshot({ path: testInfo.outputPath('joining.png') });
  await first.page.getByRole('button', { name: 'Lire avec la caméra' }).click();
  await opensAs(first, dossier);
  await expect.poll(() => members(desk)).toBe(true);
  await expect(desk.page.getByText(`«\u202F${room}\u202F» est du centre`)).toBeVisible();
  await desk.page.screenshot({ path: testInfo.outputPath('joined.png') });
  await desk.page.getByRole('button', { name: 'Terminer' }).click();
  await first.app.close();

  // it breaks at the worst moment: another one is there in its place
  await desk.page.getByRole('button', { name: `Remplacer – ${room}` }).click();
  const dialog = desk.page.getByRole('dialog', { name: `Remplacer le poste «\u202F${room}\u202F»` });
  await expect(dialog.getByLabel('Nom du poste')).toHaveValue(room);
  await expectAccessible(desk.page);
  await desk.page.screenshot({ path: testInfo.outputPath('replace.png') });
  await dialog.getByRole('button', { name: 'Afficher le code' }).click();
  const { link } = await offerOn(desk.page);
  const second = await launch(path.join(profile, 'second'));
  await openJoining(second.page);
  await second.page.getByLabel('Lien du centre').fill(link);
  await second.page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await opensAs(second, dossier);
  await expect(dialog.getByText(`«\u202F${room}\u202F» est du centre`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Terminer' }).click();
  const machines = desk.page.getByRole('region', { name: 'Postes du centre' });
  await expect(machines.getByText('écarté')).toHaveCount(1);
  await second.app.close();

  // and this one is lost on the way home
  await machines.getByRole('button', { name: `Écarter – ${room}`, exact: true }).click();
  await expectAccessible(desk.page);
  await desk.page.getByLabel('Motif').fill('Oublié dans le train');
  await desk.page.screenshot({ path: testInfo.outputPath('dismiss.png') });
  await desk.page.getByRole('button', { name: 'Écarter ce poste' }).click();
  await expect(machines.getByText('écarté')).toHaveCount(2);
  await desk.page.screenshot({ path: testInfo.outputPath('dismissed.png') });
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('FAULT 65 a machine joins by an address and a code, once what was mistyped and guessed has been told', async ({
  desk,
  profile,
}, testInfo) => {
  const dossier = await theHeads(desk);
  const offer = await awaitMachine(desk.page, dossier.rooms[1]?.name ?? '');
  const [address = ''] = offer.addresses;
  const laptop = await launch(path.join(profile, 'laptop'));
  const { page } = laptop;
  await openJoining(page);
  const send = async (code: string) => {
    await page.getByLabel('Adresse du poste relais').fill(address);
    await page.getByLabel('Code dicté').fill(code);
    await page.getByRole('button', { name: 'Rejoindre par ce code' }).click();
  };
  await send('ABCDE');
  await expect(page.getByText('vous en avez tapé 5')).toBeVisible();
  for (let guess = 0; guess < 5; guess++) {
    await send(offer.code.text === '00000-00001' ? '00001-0000G' : '00000-00001');
    await expect(page.getByText('Ce n’est pas le code affiché')).toBeVisible();
    await expectAccessible(page);
  }
  await send(offer.code.text);
  await expect(page.getByText('Ce code a été essayé cinq fois')).toBeVisible();
  await expect(desk.page.getByText('Ce code a été essayé cinq fois')).toBeVisible();
  await desk.page.screenshot({ path: testInfo.outputPath('spent.png') });
  await desk.page.getByRole('button', { name: 'Nouveau code' }).click();
  await expect.poll(async () => (await offerOn(desk.page)).code.dead).toBeNull();
  await send((await offerOn(desk.page)).code.text);
  await opensAs(laptop, dossier);
  await laptop.app.close();
  await desk.page.getByRole('button', { name: 'Terminer' }).click();
  await desk.page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await expect(desk.page.getByText('annulé après cinq essais')).toHaveCount(1);
  expect(laptop.complaints).toEqual([]);
});

test('the page has no camera but when the joining screen asks, and never a microphone', async ({ profile }) => {
  const film = path.join(profile, 'film.y4m');
  filmOf([[true]], film);
  const { app, page } = await launch(profile, { args: cameraSwitches(film) });
  const asked = (media: MediaStreamConstraints) =>
    page.evaluate(async (wanted) => {
      const stream = await navigator.mediaDevices.getUserMedia(wanted).catch((error: DOMException) => error.name);
      return typeof stream === 'string' ? stream : 'granted';
    }, media);
  expect(await asked({ video: true })).toBe('NotAllowedError');
  expect(await asked({ audio: true })).toBe('NotAllowedError');
  await page.evaluate(() => window.cachet.allowCamera());
  expect(await asked({ video: true, audio: true })).toBe('NotAllowedError');
  expect(await asked({ video: true })).toBe('NotAllowedError');
  await page.evaluate(() => window.cachet.allowCamera());
  expect(await asked({ video: true })).toBe('granted');
  expect(await asked({ video: true })).toBe('NotAllowedError');
  await app.close();
});
