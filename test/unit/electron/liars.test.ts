import { describe, expect, test, vi } from 'vitest';
import type { BlackBox } from '../../../electron/journal/blackBox';
import type { CentreNetwork } from '../../../electron/relay/centreNetwork';
import { centreCode } from '../../../shared/exchange/names';
import { keyOf } from '../../../shared/exchange/signature';
import { type DeviceId, deviceOf, deviceOfKey } from '../../../shared/journal/launch';
import { streamId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import { aCentre } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { TestServer } from '../../support/exchange';
import { admits, founded, type NetworkMachine, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const { aMachine, known } = networkOfTest();

const code = centreCode.of(aCentre.code);

/** The head's machine, which is a relay; a deputy's; and two rooms' that know the head's alone. */
async function aCentreOfFour(server: TestServer | null = null) {
  const [chiefs, deputys, firsts, seconds] = [aMachine(), aMachine(), aMachine(), aMachine()];
  for (const each of [chiefs, deputys]) each.headquarters = server;
  const chief = await chiefs.start();
  const addresses = await founded(chief);
  const [deputy, first, second] = [await deputys.start(), await firsts.start(), await seconds.start()];
  await chief.say(admits(deputy.journal.device, deputy.journal.wrapping, 'office'));
  for (const { journal } of [first, second]) await chief.say(admits(journal.device, journal.wrapping));
  const roots = [chief.journal.device, ...(server ? [deviceOfKey(keyOf(server.id))] : [])];
  const meets = (machine: RunningMachine, relay: RunningMachine, at: readonly string[]) =>
    machine.network.met(relay.journal.device, at, { centre: code, roots });
  for (const each of [deputy, first, second]) await meets(each, chief, addresses);
  await vi.waitFor(async () => {
    for (const { journal } of [deputy, first, second])
      expect(await held(journal.box)).toEqual(await held(chief.journal.box));
  }, soon);
  return { chiefs, deputys, firsts, seconds, chief, deputy, first, second, meets };
}

/** Every entry that a machine holds, beside the chains too. */
async function held(box: BlackBox): Promise<readonly string[]> {
  const names = (await box.forks()).map(({ entry }): string => entry.id);
  for (const [stream, { seq }] of await box.frontier())
    for (let at = 1; at <= seq; at++) names.push(box.idAt(stream, at) ?? '');
  return names.sort();
}

/** The deputy opens a relay too, and the rooms come to know it. */
async function deputyServes({
  deputy,
  first,
  second,
  meets,
}: Pick<Awaited<ReturnType<typeof aCentreOfFour>>, 'deputy' | 'first' | 'second' | 'meets'>) {
  await deputy.network.serve({ on: true });
  const at = (await deputy.network.state()).serving?.addresses ?? [];
  for (const room of [first, second]) await meets(room, deputy, at);
}

/** How far the streams of a machine have come, as somebody signed for. */
const ofDevice = ({ chains }: Awaited<ReturnType<CentreNetwork['receivedAtRelay']>>, device: DeviceId) =>
  chains.filter(({ stream }) => deviceOf(stream) === device).reduce((sum, { seq }) => sum + seq, 0);

describe('a relay of the centre that does not play fair', () => {
  test('FAULT 63 what a relay withholds is seen to be with headquarters not yet, and another relay brings it to all', async () => {
    const server = new TestServer();
    server.centre = code;
    const centre = await aCentreOfFour(server);
    const { chiefs, chief, first, second } = centre;
    const { device } = first.journal;
    chiefs.withheld = (stream) => deviceOf(stream) === device;
    const [entry] = (await first.say(aDraft('Amandine'))).entries;
    const name = entry?.entry.id ?? '';
    await vi.waitFor(async () => expect(ofDevice(await first.network.receivedAtRelay(), device)).toBe(1), soon);
    await vi.waitFor(async () => {
      for (const { network } of [first, second])
        expect((await network.state()).relays[0]).toMatchObject({ phase: 'level' });
    }, soon);
    expect(await held(chief.journal.box)).toContain(name);
    expect(await held(second.journal.box)).not.toContain(name);
    expect(ofDevice(await first.network.passedByRelays(), device)).toBe(0);

    await deputyServes(centre);
    await vi.waitFor(async () => {
      expect(await held(second.journal.box)).toContain(name);
      expect(ofDevice(await first.network.passedByRelays(), device)).toBe(1);
    }, soon);
  });

  test('FAULT 63 what a relay withholds headquarters brings to who is enrolled there', async () => {
    const server = new TestServer();
    server.centre = code;
    const { chiefs, chief, deputy, meets } = await aCentreOfFour(server);
    chiefs.withheld = (stream) => deviceOf(stream) === deputy.journal.device;
    const [entry] = (await deputy.say(aDraft('Bastien'))).entries;
    const stream = unwrap(streamId.parse(entry?.entry.stream));
    await vi.waitFor(async () => expect((await server.journal.frontier()).has(stream)).toBe(true), soon);
    const thirds = aMachine();
    thirds.headquarters = server;
    const third = await thirds.start();
    await chief.say(admits(third.journal.device, third.journal.wrapping, 'office'));
    await meets(third, chief, (await chief.network.state()).serving?.addresses ?? []);
    await vi.waitFor(async () => expect(await held(third.journal.box)).toContain(entry?.entry.id), soon);
  });

  test('FAULT 64 two histories that a relay tells are both known, and known for what they are, wherever the second comes', async () => {
    const { chiefs, chief, deputys, firsts, seconds, meets, ...rooms } = await aCentreOfFour();
    for (const each of [chief, rooms.deputy, rooms.first, rooms.second]) await each.close();
    /** The relay with one of its histories, and the room that hears it alone. */
    const told = async (liars: NetworkMachine, heard: NetworkMachine, text: string) => {
      const [liar, room] = [await liars.start(), await heard.start()];
      const [entry] = (await liar.say(aDraft(text))).entries;
      await meets(room, liar, (await liar.network.state()).serving?.addresses ?? []);
      await vi.waitFor(async () => expect(await held(room.journal.box)).toContain(entry?.entry.id), soon);
      expect(await room.journal.box.stored.branchings()).toEqual([]);
      for (const each of [liar, room]) await each.close();
      return entry?.entry.id ?? '';
    };
    const copies = known(chiefs.copied());
    const histories = [await told(chiefs, firsts, 'présent'), await told(copies, seconds, 'absent')];

    const [deputy, first, second] = [await deputys.start(), await firsts.start(), await seconds.start()];
    await deputyServes({ deputy, first, second, meets });
    await vi.waitFor(async () => {
      for (const { journal } of [deputy, first, second]) {
        expect(await held(journal.box)).toEqual(expect.arrayContaining(histories));
        const [found, ...others] = await journal.box.stored.branchings();
        expect(found?.device).toBe(chief.journal.device);
        expect(found?.branches.map((each) => each.first.id)).toHaveLength(2);
        expect(others).toEqual([]);
      }
    }, soon);
  });
});
