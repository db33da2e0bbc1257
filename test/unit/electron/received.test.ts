import { expect, test } from 'vitest';
import { type HeldHere, ReceivedHere } from '../../../electron/exchange/received';
import { epoch, newNonce } from '../../../shared/exchange/names';
import { type Receipt, signReceipt } from '../../../shared/exchange/receipt';
import { signatureOf } from '../../../shared/exchange/signature';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import type { EntryId, StreamId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import { randomly } from '../../support/copies';
import { aSigner, Writer } from '../../support/devices';
import { serverNamed } from '../../support/exchange';

/** A black box in memory that counts how often an entry is read. */
async function boxOf(entries: readonly VerifiedEntry[]) {
  const journal = memoryJournal();
  unwrap(await journal.append(entries));
  const forks = (await journal.forks()).length;
  const all = new Map(entries.map((each) => [`${each.entry.stream} ${each.entry.seq}`, each.entry.id]));
  const frontier = await journal.frontier();
  const logical: [number, number] = [0, 0];
  const read = { count: 0 };
  const box: HeldHere = {
    frontier: () => journal.frontier(),
    append: (more) => journal.append(more),
    forks: () => journal.forks(),
    forkCount: forks,
    after(stream, seq, limit) {
      read.count += 1;
      return journal.after(stream, seq, limit);
    },
    streams: () => new Map([...frontier].map(([stream, head]) => [stream, { continues: null, head, logical }])),
    idAt: (stream, seq) => all.get(`${stream} ${seq}`) ?? null,
  };
  return { box, read };
}

function receiptFor({ entry: { stream, seq, id } }: VerifiedEntry): Receipt {
  const said = { stream, seq, head: id, server: serverNamed('headquarters'), at: 0 };
  const life = epoch.of('A'.repeat(22));
  const sign = (bytes: Uint8Array) => signatureOf(aSigner('headquarters').sign(bytes));
  return signReceipt({ ...said, epoch: life, nonce: newNonce(randomly) }, sign);
}

const byStream = (...receipts: readonly Receipt[]) => new Map(receipts.map((each) => [each.stream, [each]] as const));
const aside = (...entries: readonly VerifiedEntry[]) =>
  new Map(
    entries.map(({ entry: { id, stream, seq } }) => [
      id,
      { id, stream, seq, because: 'revoked', held: 'aside' as const },
    ]),
  );

test('a receipt covers its entry and those before it; the rest waits, since the oldest was written', async () => {
  const entries = new Writer('a').run(5);
  const { box } = await boxOf(entries);
  const [, second, third] = entries;
  if (!second || !third) throw new Error('five were written');
  const here = new ReceivedHere(box);
  expect([...(await here.signedFor(byStream(receiptFor(second)))).chains.values()]).toEqual([2]);
  expect(await here.awaited(byStream(receiptFor(second)), new Map())).toEqual({
    entries: 3,
    since: third.entry.at.wall,
  });
});

test('a receipt for an entry that is not held says nothing of those that are', async () => {
  const { box } = await boxOf(new Writer('a').run(3));
  const [stranger] = new Writer('a', undefined, null).run(4).slice(-1);
  const other = new Writer('a').run(1)[0];
  if (!stranger || !other) throw new Error('they were written');
  const foreign = { ...receiptFor(stranger), seq: 2 };
  expect(await new ReceivedHere(box).awaited(byStream(foreign), new Map())).toMatchObject({ entries: 3 });
});

test('what headquarters keeps aside is not waited for', async () => {
  const entries = new Writer('a').run(3);
  const { box } = await boxOf(entries);
  const [first, , third] = entries;
  if (!first || !third) throw new Error('three were written');
  const here = new ReceivedHere(box);
  expect(await here.awaited(byStream(receiptFor(first)), aside(third))).toMatchObject({ entries: 1 });
  expect(await here.awaited(byStream(receiptFor(first)), aside(...entries.slice(1)))).toEqual({
    entries: 0,
    since: null,
  });
});

test('forks are waited for and received like any other', async () => {
  const writer = new Writer('a');
  const chain = writer.run(2);
  const clone = writer.cloned();
  const [ours, theirs] = [writer.next('ours'), clone.next('theirs')];
  const { box } = await boxOf([...chain, ours, theirs]);
  const here = new ReceivedHere(box);
  expect(await here.awaited(byStream(receiptFor(ours)), new Map())).toMatchObject({ entries: 1 });
  const both: ReadonlyMap<StreamId, readonly Receipt[]> = new Map([
    [writer.stream, [receiptFor(ours), receiptFor(theirs)]],
  ]);
  expect(await here.awaited(both, new Map())).toEqual({ entries: 0, since: null });
  const forks: ReadonlySet<EntryId> = new Set([theirs.entry.id]);
  expect((await here.signedFor(both)).forks).toEqual(forks);
});

test('the hour of the oldest is read once, however often it is asked for', async () => {
  const { box, read } = await boxOf(new Writer('a').run(40));
  const here = new ReceivedHere(box);
  for (let time = 0; time < 5; time++) await here.awaited(new Map(), new Map());
  expect(read.count).toBe(1);
});
