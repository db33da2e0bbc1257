import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Journal } from '../../shared/journal/journal';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import { Writer } from '../support/devices';
import { type Bench, contents, ids } from './journalBench';

/** Random batches of several writers and a clone, with repetitions and holes. */
export const histories = fc.array(
  fc.array(fc.record({ writer: fc.nat(3), from: fc.nat(9), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 4 }),
  { minLength: 1, maxLength: 10 },
);

export type History = readonly (readonly {
  readonly writer: number;
  readonly from: number;
  readonly count: number;
}[])[];

/** Plays one history on the journal and on the reference in memory, and compares every answer and the contents. */
export async function agreesWithTheReference(history: History, fresh: () => Promise<Bench>): Promise<void> {
  const [a, b] = [new Writer('a'), new Writer('b')];
  const common = a.run(3);
  const clone = a.cloned();
  const sources = [[...common, ...a.run(10, 4)], b.run(13), [...common, ...clone.run(10, 100)], [...common]];
  const bench = await fresh();
  const reference = memoryJournal();
  for (const batch of history) {
    const entries = batch.flatMap(({ writer, from, count }) => sources[writer]?.slice(from, from + count) ?? []);
    const [actual, expected] = [await bench.journal.append(entries), await reference.append(entries)];
    assert.deepEqual(summary(actual), summary(expected));
  }
  const expected = await contents(reference);
  assert.deepEqual(await contents(bench.journal), expected);
  assert.deepEqual(await contents(await bench.reopened()), expected);
}

function summary(result: Awaited<ReturnType<Journal['append']>>) {
  if (!result.ok) return result.error;
  return { added: ids(result.value.added), known: result.value.known, forked: ids(result.value.forked) };
}
