import { describe, expect, test } from 'vitest';
import { holdingsOf } from '../../../shared/exchange/holdings';
import { receivedThere } from '../../../shared/exchange/receiptBook';
import { openTalk, step } from '../../../shared/exchange/step';
import { poked, wrote } from '../../../shared/exchange/talk';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { TestServer, TestSide } from '../../support/exchange';

async function levelled(side: TestSide) {
  return side.untilLevel(await openTalk(side.side));
}

describe('two replicas', () => {
  test('what was written here goes there, and counts as received by receipt', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    unwrap(await desk.journal.append(new Writer('desk').run(7)));
    const talk = await levelled(desk);
    expect(await contents(server.journal)).toEqual(await contents(desk.journal));
    const received = await receivedThere(await holdingsOf(desk.journal), [...talk.receipts.values()].flat());
    expect(received.awaited).toBe(0);
    expect(talk.trouble).toBeNull();
    expect(desk.wire.map(({ type }) => type)).toEqual(['hello', 'tell', 'push']);
  });

  test('what is there comes here, with receipts, in batches', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    unwrap(await server.journal.append(new Writer('other').run(1100)));
    const talk = await levelled(desk);
    expect(await contents(desk.journal)).toEqual(await contents(server.journal));
    expect(desk.wire.map(({ type }) => type)).toEqual(['hello', 'tell', 'pull', 'pull', 'pull']);
    const received = await receivedThere(await holdingsOf(desk.journal), [...talk.receipts.values()].flat());
    expect(received.awaited).toBe(0);
  });

  test('G13 a replica that is level asks once, in at most 2 kB', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    for (let launch = 0; launch < 40; launch++) {
      const name = `${'ABCDEFGHIJ'.charAt(launch % 10)}${String(launch).padStart(10, '0')}`;
      unwrap(await desk.journal.append(new Writer('desk', name).run(2)));
    }
    let talk = await levelled(desk);
    desk.wire.length = 0;
    desk.now = talk.recheckAt;
    talk = await desk.untilLevel(talk);
    expect(desk.wire.map(({ type }) => type)).toEqual(['tell']);
    const [{ sent, received } = { sent: 9999, received: 0 }] = desk.wire;
    expect(sent + received).toBeLessThan(2048 - 500);
  });

  test('a fork goes both ways: both branches are on both sides', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    const writer = new Writer('desk');
    const common = writer.run(1400);
    const clone = writer.cloned();
    unwrap(await desk.journal.append([...common, ...writer.run(5)]));
    unwrap(await server.journal.append([...common, ...clone.run(9, 50)]));
    await levelled(desk);
    expect((await desk.journal.forks()).length).toBe(9);
    expect((await server.journal.forks()).length).toBe(5);
  });

  test('news: a poke pulls, a local entry pushes after a moment', async () => {
    const server = new TestServer();
    const desk = new TestSide('desk', server);
    const [mine, other] = [new Writer('desk'), new Writer('other')];
    unwrap(await desk.journal.append(mine.run(1)));
    let talk = await levelled(desk);
    desk.wire.length = 0;
    unwrap(await server.journal.append(other.run(1)));
    talk = await desk.untilLevel(poked(talk, desk.now));
    expect(desk.wire.map(({ type }) => type)).toEqual(['tell', 'pull']);
    desk.wire.length = 0;
    unwrap(await desk.journal.append(mine.run(1)));
    talk = wrote(talk, desk.now);
    expect((await step(talk, desk.side)).waitUntil).toBe(desk.now + 200);
    talk = await desk.untilLevel(talk);
    expect(desk.wire.map(({ type }) => type)).toEqual(['push']);
    expect(await contents(desk.journal)).toEqual(await contents(server.journal));
  });
});
