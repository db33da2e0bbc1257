import { beforeEach, describe, expect, test } from 'vitest';
import { answering } from '../../../shared/exchange/answering';
import { helloFrom, listenFrom, type Prepared, tellFrom } from '../../../shared/exchange/asking';
import { readFrame, writeFrame } from '../../../shared/exchange/frame';
import { answer as answerSchema } from '../../../shared/exchange/messages';
import { centreCode, challenge } from '../../../shared/exchange/names';
import { genuine } from '../../../shared/exchange/receipt';
import { emptyBook } from '../../../shared/exchange/receiptBook';
import { statusOf } from '../../../shared/exchange/refusals';
import { newTalk, type Talk } from '../../../shared/exchange/talk';
import type { SealedEntry } from '../../../shared/journal/entry';
import { utf8 } from '../../../shared/kernel/bytes';
import { err, unwrap } from '../../../shared/kernel/result';
import { aSigner, Writer } from '../../support/devices';
import { check, TestServer, TestSide } from '../../support/exchange';

let server: TestServer;
let desk: TestSide;
let talk: Talk;

beforeEach(() => {
  server = new TestServer();
  desk = new TestSide('desk', server);
  talk = { ...newTalk(desk.device, emptyBook), protocol: 1, challenge: server.ports.challengeFor(desk.device) };
});

async function said(frame: Uint8Array) {
  const answered = await server.answer(frame);
  const read = unwrap(readFrame(answered.frame));
  return { ...answered, head: answerSchema.parse(read.head), entries: read.entries };
}

async function refusalOf(frame: Uint8Array) {
  const { refusal, head } = await said(frame);
  expect(head.type).toBe(refusal ? 'refused' : head.type);
  return refusal?.because ?? null;
}

/** A tell with its head changed, signed anew by the desk or by somebody else. */
function changed({ frame }: Prepared, change: object, signer = 'desk'): Uint8Array {
  const { head, entries } = unwrap(readFrame(frame));
  return writeFrame('request', { ...Object(head), ...change }, entries, (bytes) => aSigner(signer).sign(bytes));
}

function pushing(entries: readonly SealedEntry[]): Uint8Array {
  const { head } = unwrap(readFrame(tellFrom(desk.side, talk).frame));
  const push = { ...Object(head), type: 'push', entries: entries.length, nonce: fresh() };
  return writeFrame('request', push, entries, (bytes) => aSigner('desk').sign(bytes));
}

const fresh = () => helloFrom(desk.side).nonce;
const sealed = (writer: Writer, count: number) => writer.run(count).map((each) => each.sealed);

describe('who asks', () => {
  test('a hello is answered with a challenge; nothing else is answered without one', async () => {
    const { head } = await said(helloFrom(desk.side).frame);
    expect(head).toMatchObject({ type: 'welcome', protocol: 1, server: server.id, epoch: server.epoch });
    expect(
      head.challenge && (await refusalOf(tellFrom(desk.side, { ...talk, challenge: head.challenge }).frame)),
    ).toBeNull();
    const invented = challenge.of('challenge-invented.00000000');
    expect(await refusalOf(tellFrom(desk.side, { ...talk, challenge: invented }).frame)).toBe('challenge');
  });

  test('a challenge made for another device or too long ago is refused, and a new one comes with the refusal', async () => {
    const others = server.ports.challengeFor(new TestSide('other', server).device);
    expect(await refusalOf(tellFrom(desk.side, { ...talk, challenge: others }).frame)).toBe('challenge');
    server.now += 11 * 60_000;
    const { refusal, head } = await said(tellFrom(desk.side, talk).frame);
    expect(refusal?.because).toBe('challenge');
    expect(head.challenge).not.toBeNull();
  });

  test('FAULT 34 a recorded request says nothing a second time', async () => {
    const recorded = tellFrom(desk.side, talk).frame;
    expect(await refusalOf(recorded)).toBeNull();
    expect(await refusalOf(recorded)).toBe('replayed');
  });

  test('FAULT 35 a request that another key signed is refused', async () => {
    expect(await refusalOf(changed(tellFrom(desk.side, talk), {}, 'other'))).toBe('bad-signature');
  });

  test('FAULTS 36, 38 an unknown device and one of another centre are refused', async () => {
    expect(await refusalOf(changed(tellFrom(desk.side, talk), { centre: centreCode.of('0690002B') }))).toBe(
      'wrong-centre',
    );
    server.unknown.add(desk.device);
    expect(await refusalOf(helloFrom(desk.side).frame)).toBe('unknown-device');
    expect(await refusalOf(tellFrom(desk.side, talk).frame)).toBe('unknown-device');
  });

  test('FAULT 64 a request to another server is not answered by this one', async () => {
    expect(await refusalOf(changed(tellFrom(desk.side, talk), { server: new TestServer('other').id }))).toBe(
      'other-server',
    );
  });

  test('a version that the server does not speak is refused with those it does', async () => {
    const { refusal } = await said(changed(helloFrom(desk.side), { speaks: { oldest: 7, newest: 8 } }));
    expect(refusal).toEqual({ because: 'protocol', oldest: 1, newest: 1 });
    expect(await refusalOf(changed(helloFrom(desk.side), { speaks: { oldest: 1, newest: 2 } }))).toBeNull();
    expect(await refusalOf(changed(tellFrom(desk.side, talk), { protocol: 2 }))).toBe('protocol');
  });

  test('what is no request is not understood, and its nonce comes back where it has one', async () => {
    expect(await refusalOf(utf8('GET / HTTP/1.1'))).toBe('not-understood');
    const { head } = await said(changed(tellFrom(desk.side, talk), { type: 'dance' }));
    expect(head).toMatchObject({ type: 'refused', refusal: { because: 'not-understood' } });
    expect(head.nonce).not.toBeNull();
    expect(head.challenge).toBeNull();
  });

  test('a field that only a later version knows is passed over', async () => {
    expect(await refusalOf(changed(tellFrom(desk.side, talk), { mood: 'cheerful' }))).toBeNull();
  });

  test('entries that the head does not count are not taken', async () => {
    const frame = changed(
      { type: 'push', nonce: fresh(), frame: pushing(sealed(new Writer('desk'), 2)) },
      { entries: 1 },
    );
    expect(await refusalOf(frame)).toBe('not-understood');
    expect((await server.journal.frontier()).size).toBe(0);
  });

  test('each refusal has an HTTP status of its kind', () => {
    for (const status of Object.values(statusOf)) expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe('a push', () => {
  test('is answered by a receipt for the end of each branch, signed, in this epoch, for this request', async () => {
    const [a, b] = [new Writer('a'), new Writer('b')];
    const { head, brought } = await said(pushing([...sealed(a, 3), ...sealed(b, 2)]));
    if (head.type !== 'taken') throw new Error(head.type);
    expect(head.receipts.map(({ stream, seq }) => [stream, seq])).toEqual([
      [a.stream, 3],
      [b.stream, 2],
    ]);
    for (const receipt of head.receipts) {
      expect(genuine(receipt, server.id, check)).toBe(true);
      expect([receipt.nonce, receipt.epoch]).toEqual([head.nonce, server.epoch]);
      expect(genuine({ ...receipt, seq: receipt.seq + 1 }, server.id, check)).toBe(false);
      expect(genuine(receipt, new TestServer('other').id, check)).toBe(false);
    }
    expect(brought?.entries.length).toBe(5);
  });

  test('FAULTS 25, 28 again has the same receipts and brings nothing new', async () => {
    const entries = sealed(new Writer('a'), 3);
    await said(pushing(entries));
    const { head, brought } = await said(pushing(entries));
    expect(head.type === 'taken' && head.receipts.map(({ seq }) => seq)).toEqual([3]);
    expect(brought?.entries).toEqual([]);
  });

  test('FAULT 26 that would leave a hole is left, and where, but the other streams are taken', async () => {
    const [a, b] = [new Writer('a'), new Writer('b')];
    const { head } = await said(pushing([...sealed(a, 4).slice(2), ...sealed(b, 1)]));
    expect(head).toMatchObject({ type: 'taken', gaps: [{ stream: a.stream, has: 0 }], quarantined: [] });
    expect(head.type === 'taken' && head.receipts.map(({ stream }) => stream)).toEqual([b.stream]);
  });

  test('FAULT 35 with a forged entry: that one and what follows it are kept aside, in sight; the rest is taken', async () => {
    const [a, b] = [new Writer('a'), new Writer('b')];
    const [first, second, third] = sealed(a, 3);
    if (!first || !second || !third) throw new Error('three were written');
    const forged = { bytes: second.bytes, signature: first.signature };
    const nonsense = { bytes: utf8('{}'), signature: first.signature };
    const { head } = await said(pushing([first, forged, third, nonsense, ...sealed(b, 1)]));
    if (head.type !== 'taken') throw new Error(head.type);
    expect(head.receipts.map(({ stream, seq }) => [stream, seq])).toEqual([
      [a.stream, 1],
      [b.stream, 1],
    ]);
    expect(head.quarantined.map(({ because, held }) => [because, held])).toEqual([
      ['bad-signature', 'aside'],
      ['follows-quarantined', 'aside'],
      ['not-an-entry', 'aside'],
    ]);
    expect(server.quarantine.kept.size).toBe(3);
  });

  test('of which an entry has no right is marked, in its place, and what follows it is not lost', async () => {
    server.judge = ({ seq }) => (seq === 2 ? { because: 'not-granted', held: 'in-chain' } : null);
    const { head } = await said(pushing(sealed(new Writer('a'), 3)));
    expect(head).toMatchObject({ quarantined: [{ seq: 2, because: 'not-granted', held: 'in-chain' }] });
    expect(head.type === 'taken' && head.receipts.map(({ seq }) => seq)).toEqual([3]);
  });

  test('FAULTS 29, 32 that the store did not take has no receipt', async () => {
    const whole = server.journal;
    for (const reason of ['full', 'failed'] as const) {
      server.journal = { ...whole, append: async () => err({ kind: 'storage', reason }) };
      const { head } = await said(pushing(sealed(new Writer('a'), 1)));
      expect(head).toMatchObject({ type: 'refused', refusal: { because: reason } });
    }
    server.journal = whole;
  });

  test('R21 has its receipts signed only once it is durable', async () => {
    const order: string[] = [];
    const { journal } = server;
    server.journal = {
      ...journal,
      async append(entries) {
        await new Promise(setImmediate);
        order.push('durable');
        return journal.append(entries);
      },
    };
    const { ports } = server;
    const watched = {
      ...ports,
      signer: {
        ...ports.signer,
        sign: (bytes: Uint8Array) => {
          if (Buffer.from(bytes).toString().startsWith('cachet-receipt/1')) order.push('receipt');
          return ports.signer.sign(bytes);
        },
      },
    };
    await answering(watched, pushing(sealed(new Writer('a'), 2)));
    expect(order).toEqual(['durable', 'receipt']);
  });
});

describe('a revoked device', () => {
  test('FAULT 37 is told of its own streams alone, given nothing, and not poked; what it brings is still taken in', async () => {
    unwrap(await server.journal.append([...new Writer('desk').run(2), ...new Writer('other').run(2)]));
    server.revoked.add(desk.device);
    const { head } = await said(tellFrom(desk.side, talk).frame);
    if (head.type !== 'told') throw new Error(head.type);
    expect(head).toMatchObject({ standing: 'revoked', reads: [] });
    expect(head.shelves.flatMap(([, streams]) => streams.map(([stream]) => stream))).toEqual([
      new Writer('desk').stream,
    ]);
    const wants = [[new Writer('other').stream, []]];
    const pull = changed(tellFrom(desk.side, talk), { type: 'pull', wants, maxEntries: 10, maxBytes: 1000 });
    expect(await refusalOf(pull)).toBe('revoked');
    expect(await refusalOf(listenFrom(desk.side, talk).frame)).toBe('revoked');
    expect(await refusalOf(pushing(sealed(new Writer('desk', 'BBBBBBBBBBB'), 1)))).toBeNull();
  });
});

describe('a pull', () => {
  test('gives nothing of a channel that the device may not read', async () => {
    const other = new Writer('other');
    unwrap(await server.journal.append(other.run(2)));
    const unread = other.stream.replace('.rooms', '.jury');
    const pull = (stream: string) =>
      changed(tellFrom(desk.side, talk), { type: 'pull', wants: [[stream, []]], maxEntries: 10, maxBytes: 100_000 });
    expect((await said(pull(other.stream))).entries.length).toBe(2);
    expect((await said(pull(unread))).entries.length).toBe(0);
  });

  test('FAULT 39 of too much at once is not understood', async () => {
    const wants = Array.from({ length: 201 }, () => [new Writer('other').stream, []]);
    const pull = changed(tellFrom(desk.side, talk), { type: 'pull', wants, maxEntries: 10, maxBytes: 1000 });
    expect(await refusalOf(pull)).toBe('not-understood');
    const more = { type: 'pull', wants: wants.slice(0, 1), maxEntries: 501, maxBytes: 1000 };
    expect(await refusalOf(changed(tellFrom(desk.side, talk), more))).toBe('not-understood');
  });
});
