import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import type { BlackBox } from '../../../electron/journal/blackBox';
import type { CentreNetwork } from '../../../electron/relay/centreNetwork';
import { centreCode, serverId } from '../../../shared/exchange/names';
import { unwrap } from '../../../shared/kernel/result';
import { aCentre } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { admits, founded, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const { aMachine } = networkOfTest();

/** What a machine is told when it joins. */
const joined = (chief: RunningMachine) => ({ centre: centreCode.of(aCentre.code), roots: [chief.journal.device] });
const present = (text: string) => aDraft(text);

/** Every entry that a machine holds, by name. */
async function held(box: BlackBox): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [stream, { seq }] of await box.frontier())
    for (let at = 1; at <= seq; at++) names.push(box.idAt(stream, at) ?? '');
  return names.sort();
}

const levelWithAll = (network: CentreNetwork) =>
  vi.waitFor(async () => {
    const { relays } = await network.state();
    expect(relays.map(({ phase, awaited }) => ({ phase, awaited }))).toEqual(
      relays.map(() => ({ phase: 'level', awaited: 0 })),
    );
    expect(relays.length).toBeGreaterThan(0);
  }, soon);

describe('the centre’s own network', () => {
  test('a machine that was let in brings what it wrote and has what the others wrote, within moments', async () => {
    const [chief, room] = [await aMachine().start(), await aMachine().start()];
    const addresses = await founded(chief);
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    await room.network.met(chief.journal.device, addresses, joined(chief));
    await room.say(present('Amandine'));
    await vi.waitFor(async () => expect(await held(chief.journal.box)).toEqual(await held(room.journal.box)), soon);
    await levelWithAll(room.network);
    await chief.say(present('Bastien'));
    await vi.waitFor(async () => expect(await held(room.journal.box)).toEqual(await held(chief.journal.box)), soon);
    const { heard } = await chief.network.state();
    expect(heard.map(({ device, listening }) => [device, listening])).toEqual([[room.journal.device, true]]);
  });

  test('a stranger is given nothing and believed in nothing', async () => {
    const [chief, stranger] = [await aMachine().start(), await aMachine().start()];
    const addresses = await founded(chief);
    const before = await held(chief.journal.box);
    await stranger.network.met(chief.journal.device, addresses, joined(chief));
    await stranger.say(present('Personne'));
    await vi.waitFor(async () => {
      const [relay] = (await stranger.network.state()).relays;
      expect(relay?.trouble?.what).toEqual({ kind: 'refused', refusal: { because: 'unknown-device' } });
    }, soon);
    expect(await held(chief.journal.box)).toEqual(before);
    expect((await stranger.journal.box.frontier()).size).toBe(1);
  });

  test('FAULT 62 a relay that has not the key it is known by is told nothing', async () => {
    const [chief, rogue, room] = [await aMachine().start(), await aMachine().start(), await aMachine().start()];
    await founded(chief);
    const elsewhere = await founded(rogue);
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    await room.network.met(chief.journal.device, elsewhere, joined(chief));
    await vi.waitFor(async () => {
      const [relay] = (await room.network.state()).relays;
      expect(relay?.trouble?.what).toEqual({ kind: 'tls', how: 'certificate' });
    }, soon);
    expect((await rogue.network.state()).heard).toEqual([]);
  });

  test('FAULT 60 a relay that is at another address is found again by its key, wherever others say that it is', async () => {
    const [chiefs, rooms] = [aMachine(), aMachine()];
    const [chief, room, rogue] = [await chiefs.start(), await rooms.start(), await aMachine().start()];
    const addresses = await founded(chief);
    const [elsewhere = ''] = await founded(rogue);
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    await room.network.met(chief.journal.device, addresses, joined(chief));
    await levelWithAll(room.network);
    expect(rooms.looking.size).toBe(0);

    await chief.close();
    const taken = createServer(() => undefined).listen(Number(addresses[0]?.split(':').at(-1)), '127.0.0.1');
    await once(taken, 'listening');
    const moved = await chiefs.start();
    await room.say(present('Amandine'));
    await vi.waitFor(() => expect(rooms.looking.size).toBe(1), soon);
    const [address = ''] = (await moved.network.state()).serving?.addresses ?? [];
    expect(addresses).not.toContain(address);
    const relay = serverId.of(chief.journal.device);
    for (const hears of rooms.looking) hears([elsewhere, 'nowhere', address].map((said) => ({ relay, address: said })));
    await vi.waitFor(async () => expect(await held(moved.journal.box)).toEqual(await held(room.journal.box)), soon);
    await levelWithAll(room.network);
    const [known] = (await room.network.state()).relays;
    expect(known).toMatchObject({ through: address, addresses: [address, ...addresses] });
    expect((await rogue.network.state()).heard).toEqual([]);
    taken.close();
  });

  test('FAULT 59 the one relay dies and another machine opens one: who hears of it goes on there, and with no stranger', async () => {
    const [chief, rooms, deputy, rogue] = [await aMachine().start(), aMachine(), await aMachine().start(), aMachine()];
    const [room, stranger] = [await rooms.start(), await rogue.start()];
    const addresses = await founded(chief);
    const [elsewhere = ''] = await founded(stranger);
    for (const { journal } of [room, deputy]) await chief.say(admits(journal.device, journal.wrapping));
    for (const { network } of [room, deputy]) await network.met(chief.journal.device, addresses, joined(chief));
    await vi.waitFor(() => {
      for (const { journal } of [room, deputy])
        expect(journal.centre.membershipOf(deputy.journal.device)?.is).toBe('member');
    }, soon);

    await chief.close();
    await room.say(present('Amandine'));
    await vi.waitFor(() => expect(rooms.looking.size).toBe(1), soon);
    await deputy.network.serve({ on: true });
    const [address = ''] = (await deputy.network.state()).serving?.addresses ?? [];
    const [relay, other] = [deputy, stranger].map(({ journal }) => serverId.of(journal.device));
    if (!relay || !other) throw new Error('both have a key');
    const said = [
      { relay: other, address: elsewhere },
      { relay, address: elsewhere },
      { relay, address },
    ];
    for (const hears of rooms.looking) hears(said);
    await vi.waitFor(async () => expect(await held(deputy.journal.box)).toEqual(await held(room.journal.box)), soon);
    const { relays } = await room.network.state();
    expect(relays.map(({ device }) => device).sort()).toEqual([chief.journal.device, deputy.journal.device].sort());
    expect((await stranger.network.state()).heard).toEqual([]);
  });

  test('FAULT 59 where nothing says who is near, the new relay’s address is typed: it is known by its key, and nobody else is', async () => {
    const [chief, deputy] = [await aMachine().start(), await aMachine().start()];
    const [room, stranger] = [await aMachine().start(), await aMachine().start()];
    const addresses = await founded(chief);
    const [elsewhere = ''] = await founded(stranger);
    for (const { journal } of [room, deputy]) await chief.say(admits(journal.device, journal.wrapping));
    for (const { network } of [room, deputy]) await network.met(chief.journal.device, addresses, joined(chief));
    await vi.waitFor(() => {
      for (const { journal } of [room, deputy])
        expect(journal.centre.membershipOf(deputy.journal.device)?.is).toBe('member');
    }, soon);
    await chief.close();
    await room.say(present('Amandine'));
    await deputy.network.serve({ on: true });
    const [address = ''] = (await deputy.network.state()).serving?.addresses ?? [];
    const tried = async (typed: string) => room.network.tryAddress({ address: typed });
    const not = (kind: string) => ({ ok: false, error: { kind } });
    expect(await tried('pas une adresse')).toEqual(not('unreadable'));
    expect(await tried(addresses[0] ?? '')).toEqual(not('nobody'));
    expect(await tried(elsewhere)).toEqual(not('stranger'));
    expect(await deputy.network.tryAddress({ address })).toEqual(not('own'));
    expect(await tried(address)).toEqual({ ok: true, value: deputy.journal.device });
    await vi.waitFor(async () => expect(await held(deputy.journal.box)).toEqual(await held(room.journal.box)), soon);
    expect((await stranger.network.state()).heard).toEqual([]);
  });

  test('FAULT 59, 61 several relays: what one has the others have; when one dies the rooms go on with another', async () => {
    const [chiefs, deputys, rooms] = [aMachine(), aMachine(), aMachine()];
    const [chief, deputy, room] = [await chiefs.start(), await deputys.start(), await rooms.start()];
    const addresses = await founded(chief);
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    await chief.say(admits(deputy.journal.device, deputy.journal.wrapping, 'office'));
    await deputy.network.met(chief.journal.device, addresses, joined(chief));
    await vi.waitFor(async () => expect(await held(deputy.journal.box)).toEqual(await held(chief.journal.box)), soon);
    await deputy.network.serve({ on: true });
    const second = (await deputy.network.state()).serving?.addresses ?? [];
    const listens = { channel: 'session', kind: 'machine.listens', about: { device: deputy.journal.device } } as const;
    await deputy.say(aDraft('', { ...listens, data: { addresses: [...second] } }));
    await room.network.met(chief.journal.device, addresses, joined(chief));
    await vi.waitFor(async () => expect((await room.network.state()).relays).toHaveLength(2), soon);
    await levelWithAll(room.network);

    await chief.close();
    await room.say(present('Chloé'));
    await vi.waitFor(async () => expect(await held(deputy.journal.box)).toEqual(await held(room.journal.box)), soon);
    const own = [...room.journal.box.streams().keys()].filter((stream) => stream.startsWith(room.journal.device));
    await vi.waitFor(async () => {
      const { chains } = await room.network.receivedAtRelay();
      expect(chains.map(({ stream }) => stream)).toEqual(expect.arrayContaining(own));
    }, soon);
  });

  test('FAULT 56 what comes before the word that lets its writer in is set aside, and taken in with that word', async () => {
    const [chief, first, second] = [await aMachine().start(), await aMachine().start(), await aMachine().start()];
    const addresses = await founded(chief);
    await chief.say(admits(first.journal.device, first.journal.wrapping));
    await first.network.met(chief.journal.device, addresses, joined(chief));
    await levelWithAll(first.network);
    const early = (await second.say(present('Dina'))).entries;
    // brought by a machine that cannot know it yet either, past its own judgement
    unwrap(await first.journal.box.append(early));
    await vi.waitFor(async () => {
      const [relay] = (await first.network.state()).relays;
      expect(relay).toMatchObject({ phase: 'level' });
    }, soon);
    expect(await held(chief.journal.box)).not.toContain(early[0]?.entry.id);
    await chief.say(admits(second.journal.device, second.journal.wrapping));
    await vi.waitFor(async () => expect(await held(chief.journal.box)).toEqual(await held(first.journal.box)), soon);
    expect(await held(chief.journal.box)).toContain(early[0]?.entry.id);
  });
});
