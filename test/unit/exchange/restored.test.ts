import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFrame, writeFrame } from '../../../shared/exchange/frame';
import { holdingsOf } from '../../../shared/exchange/holdings';
import { answer } from '../../../shared/exchange/messages';
import { signReceipt } from '../../../shared/exchange/receipt';
import { receivedThere } from '../../../shared/exchange/receiptBook';
import { signatureOf } from '../../../shared/exchange/signature';
import { openTalk, step } from '../../../shared/exchange/step';
import { poked, type Talk } from '../../../shared/exchange/talk';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { ok, unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { memoryQuarantine, TestServer, TestSide } from '../../support/exchange';

/** A desk and a server, level with 30 entries in ten streams; the server had 12 of them when it was backed up. */
async function world() {
  const server = new TestServer();
  const desk = new TestSide('desk', server);
  const image = memoryJournal();
  for (let launch = 0; launch < 10; launch++) {
    const entries = new Writer('desk', `${'ABCDEFGHIJ'.charAt(launch)}0000000000`).run(3);
    unwrap(await desk.journal.append(entries));
    if (launch < 4) unwrap(await image.append(entries));
  }
  const talk = await desk.untilLevel(await openTalk(desk.side));
  desk.wire.length = 0;
  return { server, desk, talk, image };
}

async function awaited(desk: TestSide, talk: Talk) {
  return (await receivedThere(await holdingsOf(desk.journal), [...talk.receipts.values()].flat())).awaited;
}

describe('R23 FAULT 31 a server that was put back to an earlier state', () => {
  test.each([
    { says: 'does not know it', knows: false },
    { says: 'has a new epoch', knows: true },
  ])('and $says: what it lost counts as not received, is said, and goes to it again', async ({ knows }) => {
    const { server, desk, talk, image } = await world();
    expect(await awaited(desk, talk)).toBe(0);
    server.journal = image;
    if (knows) server.newEpoch();
    let next = poked(talk, desk.now);
    for (let steps = 0; next.notices.restored === null && steps < 6; steps++) {
      const before = (await contents(server.journal)).streams.length;
      next = (await step(next, desk.side)).talk;
      if (next.receipts.size < 10) expect(await awaited(desk, next)).toBeGreaterThanOrEqual((10 - before) * 3);
    }
    expect(next.notices.restored).toEqual({ lost: 18 });
    const level = await desk.untilLevel(next);
    expect(await awaited(desk, level)).toBe(0);
    expect(await contents(server.journal)).toEqual(await contents(desk.journal));
    expect(level.notices.restored).toEqual({ lost: 18 });
    const pushed = desk.wire.filter(({ type }) => type === 'push').length;
    expect(pushed).toBe(1);
  });

  test('while the program was not running: the receipts kept are not believed against the server’s telling', async () => {
    const { server, desk, image } = await world();
    server.journal = image;
    const level = await desk.untilLevel(await openTalk(desk.side));
    expect(level.notices.restored).toEqual({ lost: 18 });
    expect(await contents(server.journal)).toEqual(await contents(desk.journal));
  });

  test('a new epoch without a loss: everything is confirmed anew, and nothing is called lost', async () => {
    const { server, desk, talk } = await world();
    server.newEpoch();
    const level = await desk.untilLevel(poked(talk, desk.now));
    expect(level.notices.restored).toEqual({ lost: 0 });
    expect(await awaited(desk, level)).toBe(0);
    for (const [receipt] of level.receipts.values()) expect(receipt?.epoch).toBe(server.epoch);
  });

  test('an empty server gets everything', async () => {
    const { server, desk, talk } = await world();
    server.journal = memoryJournal();
    server.quarantine = memoryQuarantine();
    await desk.untilLevel(poked(talk, desk.now));
    expect(await contents(server.journal)).toEqual(await contents(desk.journal));
  });

  test('a narrower grant is not taken for a loss', async () => {
    const { server, desk, talk } = await world();
    const { ports } = server;
    Object.defineProperty(server, 'ports', {
      value: {
        ...ports,
        guest: async (...asked: Parameters<typeof ports.guest>) => {
          const guest = await ports.guest(...asked);
          return guest.ok ? ok({ ...guest.value, reads: [] }) : guest;
        },
      },
    });
    unwrap(await server.journal.append(new Writer('other').run(2)));
    const level = await desk.untilLevel(poked(talk, desk.now));
    expect([level.notices.restored, level.reads]).toEqual([null, []]);
    expect(desk.wire.map(({ type }) => type)).toEqual(['tell']);
  });
});

describe('receipts are kept', () => {
  test('a program that starts again believes them at once, and asks for none a second time', async () => {
    const { desk } = await world();
    const begun = await openTalk(desk.side);
    expect(await awaited(desk, begun)).toBe(0);
    await desk.untilLevel(begun);
    expect(desk.wire.map(({ type }) => type)).toEqual(['hello', 'tell']);
  });

  test('lost, they are had again for the ends of the streams alone', async () => {
    const { server, desk } = await world();
    desk.receipts.books.clear();
    let batch = 0;
    const { ports } = server;
    Object.defineProperty(server, 'ports', {
      value: {
        ...ports,
        guest: async (...asked: Parameters<typeof ports.guest>) => {
          const guest = await ports.guest(...asked);
          if (!guest.ok) return guest;
          const append: typeof server.journal.append = (entries) => {
            batch = entries.length;
            return server.journal.append(entries);
          };
          return ok({ ...guest.value, journal: { ...guest.value.journal, append } });
        },
      },
    });
    const level = await desk.untilLevel(await openTalk(desk.side));
    expect([await awaited(desk, level), batch]).toEqual([0, 10]);
  });

  test('one that was changed in its file is not believed', async () => {
    const { server, desk } = await world();
    const book = desk.receipts.books.get(server.id);
    if (!book) throw new Error('a book was kept');
    const [first, ...rest] = book.receipts;
    if (!first) throw new Error('receipts were kept');
    desk.receipts.books.set(server.id, { ...book, receipts: [{ ...first, seq: 2 }, ...rest] });
    expect(await awaited(desk, await openTalk(desk.side))).toBe(3);
  });

  test('DHIS2 an answer that names some entries only acknowledges those only, and one that names none is a failure', async () => {
    const { server, desk, talk } = await world();
    const honest = desk.net;
    const writers = ['Y0000000000', 'Z0000000000'].map((launch) => new Writer('desk', launch));
    for (const writer of writers) unwrap(await desk.journal.append(writer.run(2)));
    let receipted = 1;
    desk.net = {
      async ask(type, body) {
        const reply = unwrap(await honest.ask(type, body));
        const frame = unwrap(readFrame(new Uint8Array(gunzipSync(reply.body))));
        const head = answer.parse(frame.head);
        if (head.type !== 'taken') return ok(reply);
        const thinner = { ...head, receipts: head.receipts.slice(0, receipted) };
        const bytes = writeFrame('answer', thinner, [], (said) => server.ports.signer.sign(said));
        return ok({ ...reply, body: new Uint8Array(gzipSync(bytes)) });
      },
    };
    let next = (await step(talk, desk.side)).talk;
    expect(await awaited(desk, next)).toBe(2);
    receipted = 0;
    next = (await step(next, desk.side)).talk;
    expect(await awaited(desk, next)).toBe(2);
    expect(next.trouble).toEqual({ kind: 'no-progress' });
    expect(next.notBefore).toBeGreaterThan(desk.now);
    receipted = 1;
    expect(await awaited(desk, await desk.untilLevel(next))).toBe(0);
  });
});

describe('R22 a receipt', () => {
  test('for an entry that is not held here, at that place, receives nothing', async () => {
    const { server, desk, talk } = await world();
    const honest = desk.net;
    const writer = new Writer('desk', 'Y0000000000');
    const clone = writer.cloned();
    unwrap(await desk.journal.append(writer.run(2)));
    const [, elsewhere] = clone.run(2, 70);
    if (!elsewhere) throw new Error('the clone wrote');
    desk.net = {
      async ask(type, body) {
        const reply = unwrap(await honest.ask(type, body));
        const head = answer.parse(unwrap(readFrame(new Uint8Array(gunzipSync(reply.body)))).head);
        if (head.type !== 'taken') return ok(reply);
        const { signer } = server.ports;
        const receipts = head.receipts.map(({ signature: _, ...said }) =>
          signReceipt({ ...said, head: elsewhere.entry.id }, (bytes) => signatureOf(signer.sign(bytes))),
        );
        const frame = writeFrame('answer', { ...head, receipts }, [], (said) => signer.sign(said));
        return ok({ ...reply, body: new Uint8Array(gzipSync(frame)) });
      },
    };
    const { talk: next } = await step(talk, desk.side);
    expect(next.trouble).toEqual({ kind: 'no-progress' });
    expect(await awaited(desk, next)).toBe(2);
    expect(next.receipts.has(writer.stream)).toBe(false);
  });
});

describe('what the server keeps aside', () => {
  test('is remembered with its reason, also after a restart, and is not pushed again', async () => {
    const { server, desk, talk } = await world();
    server.judge = ({ seq, stream }) =>
      stream.includes('.Z') && seq === 2 ? { because: 'revoked', held: 'aside' } : null;
    unwrap(await desk.journal.append(new Writer('desk', 'Z0000000000').run(4)));
    let level = await desk.untilLevel(poked(talk, desk.now));
    expect([...level.aside.values()].map(({ seq, because }) => [seq, because])).toEqual([
      [2, 'revoked'],
      [3, 'follows-quarantined'],
      [4, 'follows-quarantined'],
    ]);
    expect(level.trouble).toBeNull();
    expect(await awaited(desk, level)).toBe(3);
    expect(server.quarantine.kept.size).toBe(3);
    desk.wire.length = 0;
    level = await desk.untilLevel(poked(level, desk.now));
    await desk.untilLevel(await openTalk(desk.side));
    expect(desk.wire.map(({ type }) => type)).toEqual(['tell', 'hello', 'tell']);
  });

  test('does not keep what is written after it from reaching the quarantine too', async () => {
    const { server, desk, talk } = await world();
    server.judge = ({ stream }) => (stream.includes('.Z') ? { because: 'revoked', held: 'aside' } : null);
    const writer = new Writer('desk', 'Z0000000000');
    unwrap(await desk.journal.append(writer.run(2)));
    const level = await desk.untilLevel(poked(talk, desk.now));
    unwrap(await desk.journal.append(writer.run(2)));
    const { quarantine } = server;
    let again = 0;
    server.quarantine = {
      ...quarantine,
      async keep(kept) {
        again += kept.length;
        return quarantine.keep(kept);
      },
    };
    await desk.untilLevel(level);
    expect([again, quarantine.kept.size]).toEqual([2, 4]);
  });
});

describe('what comes from the server and is not good', () => {
  test('is kept aside here, is not asked for ever, and the rest comes all the same', async () => {
    const { server, desk, talk } = await world();
    desk.judge = ({ stream, seq }) =>
      stream.includes('.X') && seq === 2 ? { because: 'not-granted', held: 'aside' } : null;
    unwrap(
      await server.journal.append([...new Writer('x', 'X0000000000').run(3), ...new Writer('y', 'Y0000000000').run(3)]),
    );
    const level = await desk.untilLevel(poked(talk, desk.now));
    expect(level.trouble).toBeNull();
    expect([...desk.quarantine.kept.values()].map(({ why }) => [why.seq, why.because])).toEqual([
      [2, 'not-granted'],
      [3, 'follows-quarantined'],
    ]);
    expect((await desk.journal.frontier()).get(new Writer('y', 'Y0000000000').stream)?.seq).toBe(3);
    desk.wire.length = 0;
    await desk.untilLevel(poked(level, desk.now));
    expect(desk.wire.map(({ type }) => type)).toEqual(['tell']);
  });
});
