import path from 'node:path';
import { MINUTE } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, launch, test } from '../support/launch';
import { awaitMachine } from '../support/pairing';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';
import { SeededCentre, unlock } from '../support/seededCentre';

test('a machine that holds the centre’s journal joins its network from « Réseau » and keeps all it holds', async ({
  desk,
  profile,
}, testInfo) => {
  const dossier = await setUpDemonstration(desk.page, 'S');
  await unlockAs(desk.page, dossier.staff, 'centreHead', demonstrationPin);
  const { link } = await awaitMachine(desk.page, dossier.rooms[0]?.name ?? '');

  // set up apart from the other one, from the same dossier, on a machine whose clock is slow
  const laptop = await launch(path.join(profile, 'laptop'));
  const { page } = laptop;
  await laptop.app.evaluate((_electron, slow) => {
    const { now } = Date;
    Date.now = () => now() - slow;
  }, 4 * MINUTE);
  await setUpDemonstration(page, 'S');
  await unlockAs(page, dossier.staff, 'centreHead', demonstrationPin);
  const streams = () => page.evaluate(async () => (await window.cachet.machine()).device);
  const device = await streams();
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  await expect(page.getByRole('region', { name: 'Relier ce poste' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: testInfo.outputPath('network.png'), fullPage: true });
  await page.getByRole('button', { name: 'Rejoindre le réseau du centre' }).click();
  await expect(page.getByText('Tout ce que ce poste tient déjà est gardé.')).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.screenshot({ path: testInfo.outputPath('joining.png') });
  await page.getByLabel('Lien du centre').fill(link);
  await page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await expect(page.getByText('ce poste échange avec les autres')).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: testInfo.outputPath('joined.png') });
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('region', { name: 'Relier ce poste' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Relais du centre' })).toContainText('Joint à');
  expect(await streams()).toBe(device);

  // its hours are the centre's from now on, and say so
  await expect
    .poll(() => page.evaluate(async () => (await window.cachet.networkState()).ahead))
    .toBeGreaterThan(3 * MINUTE);
  const about = { sitting: dossier.sittings[0]?.id, room: dossier.rooms[0]?.id };
  await page.evaluate(async (where) => {
    const said = { channel: 'rooms', kind: 'observation.written', version: 1, supersedes: [] } as const;
    const drafts = [{ ...said, about: where, data: { text: 'Bruit de travaux' } }];
    await window.cachet.inscribe({ drafts: JSON.parse(JSON.stringify(drafts)), delivery: null });
  }, about);
  await desk.page.getByRole('button', { name: 'Terminer' }).click();
  await desk.page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  const line = desk.page.getByRole('row').or(desk.page.getByRole('option')).filter({ hasText: 'Bruit de travaux' });
  await expect(line.first()).toContainText('heure corrigée, horloge du poste en retard de 4');
  await expectAccessible(desk.page);
  await desk.page.screenshot({ path: testInfo.outputPath('chronicle.png') });
  await line.first().click();
  await expect(desk.page.getByText(/En retard de [34]\u00A0min\u202F: elle indiquait/)).toBeVisible();
  await desk.page.screenshot({ path: testInfo.outputPath('line.png') });
  await laptop.app.close();
  expect(laptop.complaints).toEqual([]);
});

test('a machine that holds another centre’s journal is told what to do, and nothing of it is lost or mixed', async ({
  desk,
  profile,
}, testInfo) => {
  const dossier = await setUpDemonstration(desk.page, 'S');
  await unlockAs(desk.page, dossier.staff, 'centreHead', demonstrationPin);
  const { link } = await awaitMachine(desk.page, dossier.rooms[0]?.name ?? '');

  const elsewhere = await launch(path.join(profile, 'elsewhere'));
  const centre = { ...dossier.session.centre, code: '0990099Z' };
  const other = new SeededCentre(elsewhere.page, { ...dossier, session: { ...dossier.session, centre } });
  await other.publish();
  await other.grant();
  await other.reopen();
  const [head] = other.people('centreHead');
  if (!head) throw new Error('a centre has a head');
  await unlock(elsewhere.page, head);
  await elsewhere.page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  await elsewhere.page.getByRole('button', { name: 'Rejoindre le réseau du centre' }).click();
  await elsewhere.page.getByLabel('Lien du centre').fill(link);
  await elsewhere.page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  const told = elsewhere.page.getByRole('alert').filter({ hasText: 'Ce poste' });
  await expect(told).toContainText('Ce poste tient déjà le centre 0990099Z');
  await expect(told).toContainText('rien n’a été mêlé ni effacé');
  await expectAccessible(elsewhere.page);
  await elsewhere.page.screenshot({ path: testInfo.outputPath('otherCentre.png') });
  await elsewhere.page.getByRole('button', { name: 'Revenir au réseau' }).click();
  await expect(elsewhere.page.getByRole('region', { name: 'Relier ce poste' })).toBeVisible();
  expect(await elsewhere.page.evaluate(async () => (await window.cachet.networkState()).relays)).toEqual([]);
  await elsewhere.app.close();
  expect(elsewhere.complaints).toEqual([]);
});
