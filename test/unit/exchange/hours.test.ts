import { describe, expect, test } from 'vitest';
import { holdingsOf } from '../../../shared/exchange/holdings';
import { type Hours, hoursWith, MOST_HOURS } from '../../../shared/exchange/hours';
import { openTalk } from '../../../shared/exchange/step';
import { poked, wrote } from '../../../shared/exchange/talk';
import { instant, MINUTE } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { Writer } from '../../support/devices';
import { TestServer, TestSide } from '../../support/exchange';

const hoursIn = (hours: Hours, stream: Writer['stream']) => hours.get(stream)?.map(({ seq, at }) => [seq, at]);

describe('when headquarters took entries in', () => {
  test('each push has the hour of its own receipt, by the server’s clock; a restart forgets none', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    const writer = new Writer('desk');
    const began = server.now;
    unwrap(await desk.journal.append(writer.run(3)));
    let talk = await desk.untilLevel(await openTalk(desk.side));
    server.now += 20_000;
    unwrap(await desk.journal.append(writer.run(2)));
    talk = await desk.untilLevel(wrote(talk, desk.now));
    server.now += 7 * MINUTE;
    unwrap(await desk.journal.append(writer.run(1)));
    talk = await desk.untilLevel(wrote(talk, desk.now));
    const stated = [
      [5, began],
      [6, began + 20_000 + 7 * MINUTE],
    ];
    expect(hoursIn(talk.hours, writer.stream)).toEqual(stated);
    expect(hoursIn((await openTalk(desk.side)).hours, writer.stream)).toEqual(stated);
  });

  test('what the server gave has no hour: its receipt says that it is there, not since when', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    const other = new Writer('other');
    const given = other.run(4);
    unwrap(await server.journal.append(given));
    let talk = await desk.untilLevel(await openTalk(desk.side));
    expect(talk.receipts.get(other.stream)).toHaveLength(1);
    expect(talk.hours.size).toBe(0);
    // what comes by another way and is brought there by this machine has one, from there on
    unwrap(await desk.journal.append(other.run(1)));
    talk = await desk.untilLevel(wrote(talk, desk.now));
    expect(hoursIn(talk.hours, other.stream)).toEqual([
      [4, null],
      [5, server.now],
    ]);
  });

  test('a store that was replaced has taken nothing in before', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    const writer = new Writer('desk');
    unwrap(await desk.journal.append(writer.run(3)));
    const talk = await desk.untilLevel(await openTalk(desk.side));
    server.newEpoch();
    server.now += 30 * MINUTE;
    const again = await desk.untilLevel(poked(talk, desk.now));
    expect(hoursIn(again.hours, writer.stream)).toEqual([[3, server.now]]);
  });

  test('beyond what is kept, the hours noted longest ago are forgotten, and none is told instead', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    const writer = new Writer('desk');
    unwrap(await desk.journal.append(writer.run(1)));
    const talk = await desk.untilLevel(await openTalk(desk.side));
    const [receipt] = talk.receipts.get(writer.stream) ?? [];
    if (!receipt) throw new Error('no receipt');
    const old = new Writer('old');
    const full = Array.from({ length: MOST_HOURS }, (_, at) => ({ seq: at + 1, at: instant.of(receipt.at) }));
    const next = await hoursWith(new Map([[old.stream, full]]), new Map(), [receipt], await holdingsOf(desk.journal));
    expect([...next.values()].flat()).toHaveLength(MOST_HOURS);
    expect(hoursIn(next, old.stream)?.slice(0, 2)).toEqual([
      [2, null],
      [3, receipt.at],
    ]);
    expect(hoursIn(next, writer.stream)).toEqual([[1, receipt.at]]);
  });
});
