import assert from 'node:assert/strict';
import { MAX_ENTRY_BYTES } from '../../shared/journal/entry';
import { unwrap } from '../../shared/kernel/result';
import { Writer } from '../support/devices';
import { type Bench, contents, ids } from './journalBench';

export interface ContractCase {
  readonly name: string;
  /** Throws when the promise is not kept. `fresh` gives an empty journal. */
  run(fresh: () => Promise<Bench>): Promise<void>;
}

/** What every journal promises: memory, black box, Dexie, PostgreSQL. */
export const journalContract: readonly ContractCase[] = [
  {
    name: 'an empty journal has no streams, no entries and no forks',
    async run(fresh) {
      const { journal } = await fresh();
      assert.equal((await journal.frontier()).size, 0);
      assert.deepEqual(await journal.after(new Writer('nobody').stream, 0, 10), []);
      assert.deepEqual(await journal.forks(), []);
    },
  },
  {
    name: 'entries come back as the exact bytes and signatures that were given',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const [first] = [writer.next('Zoë « l’élève » \u2028 \ud83d\ude00'), writer.next('')];
      assert.ok(first);
      unwrap(await journal.append([first]));
      const [back] = await journal.after(writer.stream, 0, 10);
      assert.deepEqual(Buffer.from(back?.sealed.bytes ?? []), Buffer.from(first.sealed.bytes));
      assert.deepEqual(Buffer.from(back?.sealed.signature ?? []), Buffer.from(first.sealed.signature));
      assert.deepEqual(back?.entry, first.entry);
    },
  },
  {
    name: 'entries of a stream are read in order, from a place, a few at a time',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const entries = writer.run(12);
      unwrap(await journal.append(entries));
      assert.deepEqual(ids(await journal.after(writer.stream, 0, 5)), ids(entries.slice(0, 5)));
      assert.deepEqual(ids(await journal.after(writer.stream, 5, 5)), ids(entries.slice(5, 10)));
      assert.deepEqual(ids(await journal.after(writer.stream, 10, 5)), ids(entries.slice(10)));
      assert.deepEqual(await journal.after(writer.stream, 12, 5), []);
      assert.deepEqual(await journal.after(writer.stream, 400, 5), []);
      assert.equal((await journal.frontier()).get(writer.stream)?.seq, 12);
    },
  },
  {
    name: 'appending the same entries again is known and changes nothing',
    async run(fresh) {
      const { journal } = await fresh();
      const entries = new Writer('a').run(4);
      const first = unwrap(await journal.append(entries));
      assert.deepEqual([ids(first.added), first.known, first.forked.length], [ids(entries), 0, 0]);
      const before = await contents(journal);
      const again = unwrap(await journal.append(entries));
      assert.deepEqual([again.added.length, again.known, again.forked.length], [0, 4, 0]);
      assert.deepEqual(await contents(journal), before);
    },
  },
  {
    name: 'a batch that repeats itself or overlaps what is held adds each entry once',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const entries = writer.run(5);
      unwrap(await journal.append(entries.slice(0, 3)));
      const result = unwrap(await journal.append([...entries.slice(1), ...entries.slice(3)]));
      assert.deepEqual([ids(result.added), result.known], [ids(entries.slice(3)), 4]);
      assert.deepEqual(ids(await journal.after(writer.stream, 0, 9)), ids(entries));
    },
  },
  {
    name: 'a batch that would leave a hole is refused whole, and says how far its stream has come',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const other = new Writer('b');
      const [first, second, third] = writer.run(3);
      const elsewhere = other.next('fine by itself');
      assert.ok(first && second && third);
      unwrap(await journal.append([first]));
      const before = await contents(journal);
      const refused = await journal.append([elsewhere, third]);
      assert.deepEqual(refused, { ok: false, error: { kind: 'gap', stream: writer.stream, seq: 3, has: 1 } });
      assert.deepEqual(await contents(journal), before);
      unwrap(await journal.append([elsewhere, second, third]));
      assert.equal((await journal.frontier()).get(writer.stream)?.seq, 3);
    },
  },
  {
    name: 'two different entries for one place are a fork: the first keeps the place, the other is kept beside it',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      unwrap(await journal.append([writer.next('common')]));
      const clone = writer.cloned();
      const ours = writer.next('ours');
      const theirs = clone.next('theirs');
      unwrap(await journal.append([ours]));
      const result = unwrap(await journal.append([theirs]));
      assert.deepEqual([result.added.length, result.known, ids(result.forked)], [0, 0, ids([theirs])]);
      assert.deepEqual(
        (await journal.after(writer.stream, 1, 9)).map(({ entry }) => entry.id),
        ids([ours]),
      );
      assert.deepEqual(ids(await journal.forks()), ids([theirs]));
    },
  },
  {
    name: 'what continues a fork is kept with it, beyond the chain too, and is known when it comes again',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      unwrap(await journal.append([writer.next('common')]));
      const clone = writer.cloned();
      unwrap(await journal.append([writer.next('ours')]));
      const branch = clone.run(4);
      const result = unwrap(await journal.append(branch));
      assert.deepEqual(ids(result.forked), ids(branch));
      assert.deepEqual(ids(await journal.forks()).sort(), ids(branch).sort());
      const again = unwrap(await journal.append(branch));
      assert.deepEqual([again.added.length, again.known, again.forked.length], [0, 4, 0]);
      assert.equal((await journal.frontier()).get(writer.stream)?.seq, 2);
      unwrap(await journal.append([writer.next('ours again')]));
      assert.equal((await journal.frontier()).get(writer.stream)?.seq, 3);
    },
  },
  {
    name: 'the first entry of a stream may continue the head of a closed one, known here or not',
    async run(fresh) {
      const { journal } = await fresh();
      const yesterday = new Writer('a', 'AAAAAAAAAAA');
      const last = yesterday.next('last of yesterday');
      const today = new Writer('a', 'BBBBBBBBBBB', last.entry.id);
      const entry = today.next('first of today');
      assert.equal(entry.entry.prev, last.entry.id);
      unwrap(await journal.append([entry]));
      assert.equal((await journal.frontier()).size, 1);
      unwrap(await journal.append([last]));
      assert.equal((await journal.frontier()).size, 2);
    },
  },
  {
    name: 'a batch may mix streams',
    async run(fresh) {
      const { journal } = await fresh();
      const [a, b] = [new Writer('a'), new Writer('b')];
      const batch = [a.next('1'), b.next('1'), b.next('2'), a.next('2'), a.next('3')];
      assert.deepEqual(ids(unwrap(await journal.append(batch)).added), ids(batch));
      assert.equal((await journal.frontier()).get(a.stream)?.seq, 3);
      assert.equal((await journal.frontier()).get(b.stream)?.seq, 2);
    },
  },
  {
    name: 'appends asked for together all land, in order',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const entries = writer.run(20);
      const results = await Promise.all(entries.map((entry) => journal.append([entry])));
      for (const result of results) assert.equal(unwrap(result).added.length, 1);
      assert.deepEqual(ids(await journal.after(writer.stream, 0, 50)), ids(entries));
    },
  },
  {
    name: 'the largest entry and a batch of five hundred are kept',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const spare = writer.cloned().next('').sealed.bytes.length;
      const largest = writer.next('x'.repeat(Math.floor((MAX_ENTRY_BYTES - spare) / 2)));
      assert.ok(largest.sealed.bytes.length > MAX_ENTRY_BYTES - 2);
      const rest = writer.run(499);
      unwrap(await journal.append([largest, ...rest]));
      assert.deepEqual(ids(await journal.after(writer.stream, 0, 600)), ids([largest, ...rest]));
    },
  },
  {
    name: 'an entry of a kind that only a later version knows is kept like any other',
    async run(fresh) {
      const { journal } = await fresh();
      const writer = new Writer('a');
      const entry = writer.next('later', { kind: 'holography.projected', version: 7, data: { beams: [1, null, 'x'] } });
      unwrap(await journal.append([entry]));
      assert.deepEqual(ids(await journal.after(writer.stream, 0, 1)), [entry.entry.id]);
    },
  },
  {
    name: 'an empty batch is fine',
    async run(fresh) {
      const { journal } = await fresh();
      assert.deepEqual(unwrap(await journal.append([])), { added: [], known: 0, forked: [] });
    },
  },
  {
    name: 'closed and opened again, it holds the same entries and forks and goes on from there',
    async run(fresh) {
      const bench = await fresh();
      const writer = new Writer('a');
      unwrap(await bench.journal.append(writer.run(3)));
      const clone = writer.cloned();
      unwrap(await bench.journal.append([writer.next('ours'), ...clone.run(2), ...new Writer('b').run(2)]));
      const before = await contents(bench.journal);
      const reopened = await bench.reopened();
      assert.deepEqual(await contents(reopened), before);
      const next = unwrap(await reopened.append([writer.next('next'), clone.next('next of the clone')]));
      assert.deepEqual([next.added.length, next.forked.length], [1, 1]);
    },
  },
];
