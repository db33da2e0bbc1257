import { describe, expect, test } from 'vitest';
import { readFrame } from '../../../shared/exchange/frame';
import { keepLevel } from '../../../shared/exchange/keepLevel';
import type { Talk } from '../../../shared/exchange/talk';
import { toBase64url, utf8 } from '../../../shared/kernel/bytes';
import { err, unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { TestServer, TestSide } from '../../support/exchange';
import { SteadyTime, TestStreams } from '../../support/exchangeTime';

const poke = utf8('event: poke\ndata: -\n\n');

/** A desk whose program runs. */
async function running(before: (desk: TestSide) => void = () => {}) {
  const server = new TestServer();
  const desk = new TestSide('desk', server);
  before(desk);
  const time = new SteadyTime();
  const streams = new TestStreams();
  const talks: Talk[] = [];
  const side = { ...desk.side, steady: () => time.now, alarm: time, pokeNet: streams };
  const kept = keepLevel(side, (talk) => talks.push(talk));
  await time.pass(2_000);
  const open = async () => {
    const { frame } = await server.answer(streams.latest.request());
    expect(unwrap(readFrame(frame)).head).toMatchObject({ type: 'welcome' });
    streams.latest.hear(utf8(`event: open\ndata: ${toBase64url(frame)}\n\n`));
    await time.settled();
  };
  const asked = () => desk.wire.splice(0).map(({ type }) => type);
  return { server, desk, time, streams, talks, kept, open, asked };
}

describe('a replica that is kept level', () => {
  test('says hello, asks, and then listens', async () => {
    const { asked, streams, talks } = await running();
    expect(asked()).toEqual(['hello', 'tell']);
    expect(streams.opened.length).toBe(1);
    expect(talks.at(-1)?.trouble).toBeNull();
  });

  test('pulls at a poke, and pushes what is written within moments, several entries at once', async () => {
    const { server, desk, time, streams, kept, open, asked } = await running();
    await open();
    asked();
    unwrap(await server.journal.append(new Writer('other').run(2)));
    streams.latest.hear(poke);
    await time.pass(10);
    expect(asked()).toEqual(['tell', 'pull']);
    const writer = new Writer('desk');
    for (let count = 0; count < 5; count++) {
      unwrap(await desk.journal.append(writer.run(1)));
      kept.wrote();
      await time.pass(20);
    }
    expect(asked()).toEqual([]);
    await time.pass(200);
    expect(asked()).toEqual(['push']);
    expect(await contents(server.journal)).toEqual(await contents(desk.journal));
  });

  test('level and undisturbed, asks once in minutes with pokes, once a minute without', async () => {
    const { time, open, asked, streams } = await running();
    await open();
    asked();
    for (let pulse = 0; pulse < 40; pulse++) {
      await time.pass(15_000);
      streams.latest.hear(utf8(': pulse\n'));
    }
    expect(asked().length).toBeLessThanOrEqual(4);
    streams.latest.close();
    await time.pass(600_000);
    const alone = asked().length;
    expect(alone).toBeGreaterThanOrEqual(9);
    expect(alone).toBeLessThanOrEqual(30);
  });

  test('R25 without a network tries less and less, and at once when the network changes', async () => {
    const { desk, time, kept, asked, talks } = await running((unconnected) => {
      unconnected.net = { ask: async () => err({ kind: 'unreachable', how: 'dns' }) };
    });
    await time.pass(3_600_000);
    const tries = asked().length;
    expect(tries).toBeGreaterThan(55);
    expect(tries).toBeLessThan(130);
    expect(talks.at(-1)?.trouble).toEqual({ kind: 'unreachable', how: 'dns' });
    const server = new TestServer();
    desk.net = new TestSide('desk', server).net;
    await time.pass(1_001);
    asked();
    kept.networkChanged();
    await time.pass(10);
    expect(asked().length).toBeGreaterThan(0);
  });

  test('a wall clock that jumps does not make it wait', async () => {
    const { server, desk, time, kept, asked } = await running();
    asked();
    server.now -= 3 * 24 * 3_600_000;
    unwrap(await desk.journal.append(new Writer('desk').run(1)));
    kept.wrote();
    await time.pass(300);
    expect(asked()).toEqual(['push']);
  });

  test('stopped, it leaves no stream open and no alarm set', async () => {
    const { kept, time, streams, open, asked } = await running();
    await open();
    asked();
    const stopping = kept.stop();
    await time.settled();
    await stopping;
    expect(streams.latest.closed).toBe(true);
    expect(time.pending).toBe(0);
    await time.pass(600_000);
    expect(asked()).toEqual([]);
  });
});
