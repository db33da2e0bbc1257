import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { contents } from '../../contract/journalBench';
import { journalContract } from '../../contract/journalContract';
import { agreesWithTheReference, histories } from '../../contract/journalHistories';
import { Writer } from '../../support/devices';

const fresh = async () => {
  const journal = memoryJournal();
  return { journal, reopened: async () => journal };
};

describe('the journal in memory keeps the contract', () => {
  for (const { name, run } of journalContract) test(name, () => run(fresh));

  test('any order of delivery that leaves no hole gives the same contents, forks aside', async () => {
    const [a, b] = [new Writer('a'), new Writer('b')];
    const [ofA, ofB] = [a.run(8), b.run(8)];
    const expected = memoryJournal();
    await expected.append([...ofA, ...ofB]);
    const merged = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(merged, async (picks) => {
        const journal = memoryJournal();
        const queues = [[...ofA], [...ofB]];
        for (const pick of picks) {
          const [first, second] = pick ? queues : queues.toReversed();
          const next = first?.shift() ?? second?.shift();
          if (next) await journal.append([next]);
        }
        expect(await contents(journal)).toEqual(await contents(expected));
      }),
      { seed: 20260616, numRuns: 60 },
    );
  });

  test('two journals given the same history agree on every answer', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (history) => agreesWithTheReference(history, fresh)),
      {
        seed: 20260616,
        numRuns: 40,
      },
    );
  });
});
