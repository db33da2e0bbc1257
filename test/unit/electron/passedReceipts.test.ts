import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { CentreNetwork } from '../../../electron/relay/centreNetwork';
import { centreCode } from '../../../shared/exchange/names';
import { keyOf } from '../../../shared/exchange/signature';
import { deviceOf, deviceOfKey } from '../../../shared/journal/launch';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { unwrap } from '../../../shared/kernel/result';
import { aCentre } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { TestServer } from '../../support/exchange';
import { admits, founded } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const { aMachine } = networkOfTest();

/** A room that asks nobody but the head's machine, which is enrolled with headquarters. */
async function centreWithRoom() {
  const server = new TestServer();
  server.centre = centreCode.of(aCentre.code);
  const [chiefs, rooms] = [aMachine(), aMachine()];
  chiefs.headquarters = server;
  const [chief, room] = [await chiefs.start(), await rooms.start()];
  const addresses = await founded(chief);
  await chief.say(admits(room.journal.device, room.journal.wrapping));
  const roots = [chief.journal.device, deviceOfKey(keyOf(server.id))];
  await room.network.met(chief.journal.device, addresses, { centre: server.centre, roots });
  return { server, chiefs, rooms, chief, room };
}

/** How many entries that this machine wrote headquarters has signed for, as relays told. */
async function there(network: CentreNetwork, device: string): Promise<number> {
  const { chains } = await network.passedByRelays();
  return chains.filter(({ stream }) => deviceOf(stream) === device).reduce((sum, { seq }) => sum + seq, 0);
}

describe('headquarters’ receipts, passed on by a relay', () => {
  test('a room that asks headquarters nothing knows what headquarters received of it, and knows it after a restart', async () => {
    const { rooms, chief, room } = await centreWithRoom();
    const { device } = room.journal;
    await room.say(aDraft('Amandine'), aDraft('Bastien'));
    await vi.waitFor(async () => expect(await there(room.network, device)).toBe(2), soon);
    expect((await room.network.receivedAtRelay()).chains.length).toBeGreaterThan(0);
    await chief.close();
    await room.say(aDraft('Chloé'));
    expect(await there(room.network, device)).toBe(2);
    await room.close();
    const again = await rooms.start();
    expect(await there(again.network, device)).toBe(2);
    await again.close();

    const file = path.join(rooms.profile, 'exchange', 'headquarters.passed');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"seq":2', '"seq":3'));
    expect(await there((await rooms.start()).network, device)).toBe(0);
  });

  test('an enrolled machine that does not reach headquarters itself takes the receipts that a relay passes on', async () => {
    const { server, rooms, room } = await centreWithRoom();
    rooms.headquarters = server;
    unwrap(await room.exchange.enrol({ address: 'https://siege.example', code: 'GOOD' }));
    const { device } = room.journal;
    const received = async () => {
      const { chains } = await room.exchange.receivedThere();
      return chains.filter(({ stream }) => deviceOf(stream) === device).reduce((sum, { seq }) => sum + seq, 0);
    };
    await room.say(aDraft('Amandine'));
    await vi.waitFor(async () => expect(await received()).toBe(1), soon);
    rooms.online = false;
    room.exchange.now();
    await vi.waitFor(
      async () => expect(await room.exchange.state()).toMatchObject({ trouble: expect.anything() }),
      soon,
    );
    await room.say(aDraft('Bastien'), aDraft('Chloé'));
    await vi.waitFor(async () => expect(await received()).toBe(3), soon);
    expect(await room.exchange.state()).toMatchObject({ awaited: { entries: 0 } });
  });

  test('what a relay passes on counts for nothing where headquarters did not sign it, also for an enrolled machine', async () => {
    const { server, rooms, room, chief } = await centreWithRoom();
    rooms.headquarters = server;
    unwrap(await room.exchange.enrol({ address: 'https://siege.example', code: 'GOOD' }));
    const toPass = () => chief.exchange.told?.receiptsToPass?.receipts ?? [];
    await vi.waitFor(() => expect(toPass().length).toBeGreaterThan(0), soon);
    const forged = toPass().map((each) => ({
      ...each,
      seq: each.seq + 1,
    }));
    expect(forged.length).toBeGreaterThan(0);
    expect(await room.exchange.believe(forged)).toBe(0);
  });

  test('a headquarters that was restored: what it lost is said received no more, until it has it again', async () => {
    const { server, chiefs, chief, room } = await centreWithRoom();
    const { device } = room.journal;
    await room.say(aDraft('Amandine'));
    await vi.waitFor(async () => expect(await there(room.network, device)).toBe(1), soon);

    chiefs.online = false;
    server.journal = memoryJournal();
    server.newEpoch();
    server.now += 60_000;
    const stalled = vi.spyOn(server.journal, 'append').mockResolvedValue({
      ok: false,
      error: { kind: 'storage', reason: 'full' },
    });
    chiefs.online = true;
    chief.exchange.now();
    await vi.waitFor(async () => expect(await there(room.network, device)).toBe(0), soon);
    stalled.mockRestore();
    chief.exchange.now();
    await vi.waitFor(async () => expect(await there(room.network, device)).toBe(1), soon);
  });
});
