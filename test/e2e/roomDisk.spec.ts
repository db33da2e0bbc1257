import type { Page } from '@playwright/test';
import { apply } from '../../shared/exam/apply';
import { seatedDays, seatsInRoom } from '../../shared/exam/rooms/seating';
import { type CentreState, emptyState, fact, facts } from '../../shared/exam/state';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { type RoomId, roomId, type StreamId } from '../../shared/kernel/ids';
import { unwrap } from '../../shared/kernel/result';
import { type Channel, channelOf, closedChannels } from '../../shared/kernel/statement';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { casingOf } from '../support/casings';
import { Writer } from '../support/devices';
import { deviceNamed, grantedTo, Headquarters, published, terms, wrapped, wrappingOf } from '../support/grants';
import { Intruder } from '../support/intruder';
import { expect, launch, test } from '../support/launch';
import { NetworkMachine } from '../support/networkMachine';
import { ownDisk } from '../support/ownDisk';
import { awaitMachine, offerOn, openJoining } from '../support/pairing';
import { holdsPlanted, searchPlanted } from '../support/planted';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';

/** What an office keeps and no room has any business with. */
const kept: readonly (readonly [Channel, string])[] = [
  ['contacts', 'contact.noted'],
  ['scripts', 'anonymity.assigned'],
  ['marks', 'mark.entered'],
  ['jury', 'jury.decided'],
  ['finance', 'pay.noted'],
];
const reserved = kept.map(([name]) => name);

/** The keys of the closed channels, as headquarters gave them to a secretariat. */
function secretariatsKeys() {
  const { publicKey } = wrappingOf('secretariat');
  const keys = closedChannels.map((name) => wrapped(name, publicKey));
  const given = terms(keys, { reads: [...reserved] });
  return grantedTo('secretariat', [published(), new Headquarters().gives(deviceNamed('secretariat'), given)]);
}
const isReserved = (stream: StreamId) => reserved.some((name) => channelOf(stream) === name);
const word = 'Zwarbekéol';

/** Every casing that the page’s database holds, wherever in its rows. */
function casingsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        for (const row of await asked(database.transaction(store).objectStore(store).getAll())) {
          const values: readonly unknown[] = Object.values(row);
          for (const value of values) {
            if (value instanceof Uint8Array) found.push(btoa(String.fromCharCode(...value)));
          }
        }
      }
      database.close();
    }
    return found;
  });
}

/** The channels of what a window was given. */
function heldInWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => (await window.cachet.frontier()).map(({ stream }) => stream.replace(/.*\./, '')));
}

const sorted = (ids: Iterable<string>) => [...ids].sort();

/** Who sits in a room on any day. */
function seatedIn(state: CentreState, room: RoomId): readonly string[] {
  const days = seatedDays(state).map((day) => seatsInRoom(state, day, room));
  return sorted(new Set(days.flat().map(({ candidate }) => candidate)));
}

test('AT REST a room’s laptop, read with its own keys: the exam day, its own room’s candidates, and nothing of contacts, anonymity, marks, jury or pay', async ({
  desk,
  profile,
}, testInfo) => {
  test.setTimeout(300_000);
  const { page } = desk;
  const { staff, rooms, session } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  const office = new NetworkMachine();

  await test.step('an office’s machine brings the head’s what it keeps', async () => {
    const running = await office.start();
    await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
    await page.getByRole('button', { name: 'Ajouter un poste' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter un poste' });
    await dialog.getByText('Au secrétariat ou à la direction').click();
    await dialog.getByLabel('Nom du poste').fill('Secrétariat');
    await dialog.getByRole('button', { name: 'Afficher le code' }).click();
    running.joining.joinByLink({ link: (await offerOn(page)).link });
    await expect.poll(() => running.joining.state().step, { timeout: 30_000 }).toBe('joined');
    await page.getByRole('button', { name: 'Terminer' }).click();
    const { signer } = running.journal;
    const cipher = secretariatsKeys();
    const entries = kept.flatMap(([channel, kind]): VerifiedEntry[] => {
      const writer = new Writer(signer, 'OOOOOOOOOOO', null, channel, cipher);
      const draft = { channel, kind, about: { candidate: 'C-0001' }, data: { text: word } };
      return [writer.next(word, draft), writer.next(word, draft)];
    });
    unwrap(await running.journal.box.append(entries));
    const reservedThere = () => page.evaluate(async () => (await window.cachet.frontier()).map(({ stream }) => stream));
    await expect
      .poll(async () => (await reservedThere()).filter(isReserved).length, { timeout: 30_000 })
      .toBe(reserved.length);
  });

  const laptopProfile = `${profile}-laptop`;
  const [{ id: own, name: ownName } = { id: roomId.of('none'), name: '' }] = rooms;
  const offer = await awaitMachine(page, ownName);
  const laptop = await launch(laptopProfile);
  await openJoining(laptop.page);
  await laptop.page.getByLabel('Lien du centre').fill(offer.link);
  await laptop.page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await expect(laptop.page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  await unlockAs(laptop.page, staff, 'roomLeadInvigilator', demonstrationPin);
  await expect(laptop.page.getByRole('banner')).toContainText('Enregistré ici et au relais du centre');
  await expect.poll(() => heldInWindow(laptop.page), { timeout: 30_000 }).toContain('lists');
  const entries = await laptop.page.evaluate(async () =>
    (await window.cachet.frontier()).reduce((sum, { seq }) => sum + seq, 0),
  );
  await expect.poll(async () => (await casingsIn(laptop.page)).length).toBeGreaterThanOrEqual(entries);
  const casings = await casingsIn(laptop.page);
  await laptop.app.close();
  expect(laptop.complaints).toEqual([]);

  await test.step('its black box and its database, opened with its own data key', async () => {
    const casing = await casingOf(laptopProfile);
    const { held, read } = await ownDisk(laptopProfile);
    const channels = new Set(held.map(({ entry }) => channelOf(entry.stream)));
    expect([...channels].sort()).toEqual(['lists', 'rooms', 'session']);
    for (const { sealed } of held) expect(holdsPlanted(Buffer.from(sealed.bytes))).toBe(false);
    const state = apply(emptyState, read);
    expect(fact(state, 'session', 'session', 'session')).not.toBeNull();
    expect(seatedIn(state, own).length).toBeGreaterThan(0);
    expect(sorted(facts(state, 'registrations', 'session').keys())).toEqual(seatedIn(state, own));
    const clear = held.map(({ sealed }) => Buffer.from(sealed.bytes).toString());
    expect(clear.filter((bytes) => bytes.includes('birthDate'))).toEqual([]);

    const inDatabase = casings.flatMap((each) => {
      const sealed = casing.open(new Uint8Array(Buffer.from(each, 'base64')));
      return typeof sealed === 'string' ? [] : [sealed];
    });
    expect(inDatabase.length).toBeGreaterThanOrEqual(entries);
    for (const { bytes } of inDatabase) {
      expect(holdsPlanted(Buffer.from(bytes))).toBe(false);
      expect(Buffer.from(bytes).toString()).not.toMatch(/\.(people|contacts|scripts|marks|jury|finance)"|birthDate/);
    }
  });
  expect(searchPlanted(laptopProfile).found).toEqual([]);

  await test.step('the head sees whom their machine turned away', async () => {
    await page.getByRole('button', { name: 'Terminer' }).click();
    const target = { address: offer.addresses[0] ?? '', server: offer.relay };
    const here = target.address.replace(/:\d+$/, '');
    const stranger = new Intruder('a stranger', target, here, session.centre.code);
    for (let times = 0; times < 14; times++) await stranger.hello();
    await new Intruder('of elsewhere', target, here, '0990099Z').hello();
    const told = page.getByRole('region', { name: 'Refusés par ce poste' });
    await expect(told).toContainText('Une machine inconnue a été refusée 14 fois.');
    await expect(told).toContainText('Une machine d’un autre centre a été refusée une fois.');
    await told.scrollIntoViewIfNeeded();
    await page.screenshot({ path: testInfo.outputPath('turned-away.png') });
    await expectAccessible(page);
    await expectNothingCutOff(page);
    stranger.close();
  });
  await office.remove();
});
