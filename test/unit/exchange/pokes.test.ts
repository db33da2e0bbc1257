import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrame, writeFrame } from '../../../shared/exchange/frame';
import { type Listener, listenOnce } from '../../../shared/exchange/listening';
import { noPokes, PokeReader, SILENCE } from '../../../shared/exchange/pokes';
import { openTalk, step } from '../../../shared/exchange/step';
import { concatBytes, toBase64url, utf8 } from '../../../shared/kernel/bytes';
import { ok, unwrap } from '../../../shared/kernel/result';
import { aSigner } from '../../support/devices';
import { TestServer, TestSide } from '../../support/exchange';
import { SteadyTime, TestStreams } from '../../support/exchangeTime';

const stream = utf8(
  ': hello\n\nevent: open\ndata: QUJD\n\nevent: poke\ndata: -\n\nevent: other\ndata: 1\n\n: pulse\nevent: poke\r\ndata: -\r\n\r\n',
);
const kinds = ['pulse', 'open', 'poke', 'pulse', 'poke'];

describe('a stream of pokes', () => {
  test('is read alike in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const reader = new PokeReader();
        const at = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const heard = at.slice(1).flatMap((until, index) => unwrap(reader.read(stream.slice(at[index], until))));
        expect(heard.map(({ kind }) => kind)).toEqual(kinds);
      }),
      { seed: 7 },
    );
  });

  test('FAULT 39 that never ends its line is not one', () => {
    const reader = new PokeReader();
    let read = reader.read(utf8('data: '));
    for (let piece = 0; read.ok && piece < 100; piece++) read = reader.read(utf8('x'.repeat(4096)));
    expect(read).toEqual({ ok: false, error: { kind: 'garbled' } });
  });

  test('is told by its envelope', () => {
    const pokes = (status: number, type: string, protocol: string | null) =>
      noPokes({
        status,
        headers: { 'content-type': type, 'cachet-protocol': protocol },
        redirection: null,
        certificate: null,
        body: new Uint8Array(),
      });
    expect(pokes(200, 'text/event-stream; charset=utf-8', '1')).toBeNull();
    expect(pokes(200, 'text/event-stream', null)).toEqual({ kind: 'stripped' });
    expect(pokes(200, 'text/html', null)).toEqual({ kind: 'portal', sign: 'page', host: null });
    expect(pokes(200, 'application/vnd.cachet.exchange+gzip', '1')).toEqual({ kind: 'garbled' });
  });
});

/** A desk that listens, and the other end of its stream. */
async function listening() {
  const server = new TestServer();
  const desk = new TestSide('desk', server);
  const time = new SteadyTime();
  const streams = new TestStreams();
  const listener: Listener = { ...desk.side, pokeNet: streams, alarm: time };
  const { talk } = await step(await openTalk(desk.side), desk.side);
  const told: string[] = [];
  const over = listenOnce(listener, talk, {
    begun: () => told.push('begun'),
    opened: () => told.push('opened'),
    poked: () => told.push('poked'),
  });
  await time.settled();
  const request = streams.latest.request();
  const welcome = async (signer = 'headquarters') => {
    const { head, entries } = unwrap(readFrame((await server.answer(request)).frame));
    const frame = writeFrame('answer', Object(head), entries, (bytes) => aSigner(signer).sign(bytes));
    return utf8(`event: open\ndata: ${toBase64url(frame)}\n\n`);
  };
  return { time, stream: streams.latest, told, over, welcome };
}

const poke = utf8('event: poke\ndata: -\n\n');

describe('listening', () => {
  test('hears pokes once the server has proven itself', async () => {
    const { stream, told, over, welcome } = await listening();
    stream.hear(poke);
    stream.hear(concatBytes(await welcome(), poke));
    stream.hear(poke);
    stream.close();
    expect(await over).toBeNull();
    expect(told).toEqual(['begun', 'opened', 'poked', 'poked']);
  });

  test('ends at a welcome that another has signed', async () => {
    const { stream, told, over, welcome } = await listening();
    stream.hear(await welcome('a proxy'));
    expect(await over).toEqual({ kind: 'forged', what: 'answer' });
    stream.hear(poke);
    expect(told).toEqual(['begun']);
  });

  test('ends after three pulses of silence, and not before', async () => {
    const { stream, time, told, over, welcome } = await listening();
    stream.hear(await welcome());
    for (let pulses = 0; pulses < 20; pulses++) {
      await time.pass(SILENCE - 1);
      stream.hear(utf8(': pulse\n'));
    }
    expect(stream.closed).toBe(false);
    await time.pass(SILENCE);
    expect(stream.closed).toBe(true);
    expect(await over).toBeNull();
    expect(told).toEqual(['begun', 'opened']);
  });

  test('ends where there is no stream', async () => {
    const { stream, over } = await listening();
    const headers = { 'content-type': 'text/html', 'cachet-protocol': null } as const;
    stream.answer(ok({ status: 200, headers, redirection: null, certificate: null }));
    expect(await over).toEqual({ kind: 'portal', sign: 'page', host: null });
    expect(stream.closed).toBe(true);
  });
});
