import { describe, expect, test } from 'vitest';
import { holdingsOf } from '../../../shared/exchange/holdings';
import { receivedThere } from '../../../shared/exchange/receiptBook';
import { openTalk } from '../../../shared/exchange/step';
import { networkChanged, poked } from '../../../shared/exchange/talk';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { TestServer, TestSide } from '../../support/exchange';

/** Two rooms ask the head's machine, which is their hub and itself asks headquarters. */
function centre() {
  const headquarters = new TestServer('headquarters');
  const hub = new TestServer('head');
  const head = new TestSide('head', headquarters);
  head.journal = hub.journal;
  const rooms = ['room 1', 'room 2'].map((name) => new TestSide(name, hub));
  return { headquarters, hub, head, rooms };
}

describe('R26 the hub is only a relay', () => {
  test('what a room writes reaches headquarters through it, and the other room, unchanged', async () => {
    const { headquarters, head, rooms } = centre();
    for (const [at, room] of rooms.entries()) unwrap(await room.journal.append(new Writer(`room ${at + 1}`).run(5)));
    unwrap(await headquarters.journal.append(new Writer('division').run(3)));
    for (const round of [0, 1]) {
      for (const each of [...rooms, head]) await each.untilLevel(await openTalk(each.side));
      expect(round).toBeLessThan(2);
    }
    const there = await contents(headquarters.journal);
    expect(there.streams.length).toBe(3);
    for (const each of [head, ...rooms]) expect(await contents(each.journal)).toEqual(there);
  });

  test('received by the hub is not received by headquarters: each has its own receipts', async () => {
    const { headquarters, hub, head, rooms } = centre();
    const [room] = rooms;
    if (!room) throw new Error('there are two rooms');
    unwrap(await room.journal.append(new Writer('room 1').run(4)));
    const atHub = await room.untilLevel(await openTalk(room.side));
    const receivedHere = await receivedThere(await holdingsOf(room.journal), [...atHub.receipts.values()].flat());
    expect(receivedHere.awaited).toBe(0);
    expect([...atHub.receipts.values()].flat().map(({ server }) => server)).toEqual([hub.id]);
    const before = await openTalk(head.side);
    const missing = await receivedThere(await holdingsOf(head.journal), [...before.receipts.values()].flat());
    expect(missing.awaited).toBe(4);
    const after = await head.untilLevel(before);
    expect([...after.receipts.values()].flat().map(({ server }) => server)).toEqual([headquarters.id]);
  });

  test('FAULT 59 another machine becomes the hub: nothing is typed again, and the old one catches up as a room', async () => {
    const { head, rooms, hub } = centre();
    const [first, second] = rooms;
    if (!first || !second) throw new Error('there are two rooms');
    for (const [at, room] of rooms.entries()) {
      unwrap(await room.journal.append(new Writer(`room ${at + 1}`).run(5)));
      await room.untilLevel(await openTalk(room.side));
    }
    const successor = new TestServer('room 1');
    successor.journal = first.journal;
    const moved = new TestSide('room 2', successor);
    moved.journal = second.journal;
    unwrap(await moved.journal.append(new Writer('room 2', 'BBBBBBBBBBB').run(2)));
    await moved.untilLevel(await openTalk(moved.side));
    const old = new TestSide('head', successor);
    old.journal = hub.journal;
    await old.untilLevel(await openTalk(old.side));
    expect(await contents(old.journal)).toEqual(await contents(successor.journal));
    expect(await contents(head.journal)).toEqual(await contents(moved.journal));
  });

  test('FAULT 63 a hub that withholds a stream is caught by its own telling and receipts', async () => {
    const { rooms, hub } = centre();
    const [room] = rooms;
    if (!room) throw new Error('there are two rooms');
    const writer = new Writer('room 1');
    unwrap(await room.journal.append(writer.run(3)));
    const honest = hub.journal;
    hub.journal = { ...honest, frontier: async () => new Map(), append: honest.append };
    let talk = await openTalk(room.side);
    talk = await room.untilLevel(talk);
    expect(talk.receipts.size).toBe(1);
    // It acknowledged, and says afterwards that it holds nothing
    const late = await room.untilLevel(poked(talk, room.now));
    expect(late.notices.restored).not.toBeNull();
  });

  test('R30 the server’s clock is compared with ours, and a wrong one stops nothing', async () => {
    const { rooms, hub } = centre();
    const [room] = rooms;
    if (!room) throw new Error('there are two rooms');
    unwrap(await room.journal.append(new Writer('room 1').run(1)));
    const { side } = room;
    const late = { ...side, clock: { now: () => new TestServer().ports.clock.now() } };
    hub.now += 62 * 60_000;
    const honest = room.net;
    room.net = {
      async ask(type, body) {
        const reply = await honest.ask(type, body);
        room.now += 400;
        return reply;
      },
    };
    Object.defineProperty(room, 'side', { value: late });
    const talk = await room.untilLevel(await openTalk(late));
    expect(talk.notices.clock?.ahead).toBe(62 * 60_000 + 200);
    expect(talk.notices.clock?.within).toBe(200);
    expect(talk.receipts.size).toBe(1);
  });

  test('FAULT 67 an inspected connection works, and is said', async () => {
    const { rooms, hub } = centre();
    const [room] = rooms;
    if (!room) throw new Error('there are two rooms');
    hub.certificate = 'a'.repeat(64);
    unwrap(await room.journal.append(new Writer('room 1').run(1)));
    const honest = room.net;
    const shown = (certificate: string) => ({
      async ask(...asked: Parameters<typeof honest.ask>) {
        const reply = await honest.ask(...asked);
        return reply.ok ? { ok: true as const, value: { ...reply.value, certificate } } : reply;
      },
    });
    room.net = shown('b'.repeat(64));
    const inspected = await room.untilLevel(await openTalk(room.side));
    expect([inspected.notices.inspected, inspected.receipts.size]).toEqual([true, 1]);
    room.net = shown('a'.repeat(64));
    const direct = await room.untilLevel(await openTalk(room.side));
    expect(direct.notices.inspected).toBe(false);
    // the machine is carried elsewhere, and back
    room.net = shown('b'.repeat(64));
    const elsewhere = await room.untilLevel(networkChanged(direct, room.now));
    expect(elsewhere.notices.inspected).toBe(true);
    room.net = shown('a'.repeat(64));
    expect((await room.untilLevel(networkChanged(elsewhere, room.now))).notices.inspected).toBe(false);
  });
});
