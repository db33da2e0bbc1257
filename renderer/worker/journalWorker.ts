import { admit } from '../../shared/journal/admit';
import type { AppendFault } from '../../shared/journal/journal';
import { packSealed, unpackSealed } from '../../shared/journal/packed';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { err, ok, type Result } from '../../shared/kernel/result';
import { attestedByMain } from '../journal/attestedByMain';
import {
  type Answer,
  type AskInput,
  type AskOutput,
  askParsers,
  question,
  type WorkerAsk,
} from '../journal/workerAsks';
import { databaseFault } from './databaseFault';
import { DexieJournal } from './dexieJournal';

/** The one that keeps the local database: no other part of the program opens it. */
const journal = new DexieJournal('cachet');

type Work = { readonly [A in WorkerAsk]: (input: AskInput<A>) => Promise<Result<AskOutput<A>, AppendFault>> };

const packed = (entries: readonly VerifiedEntry[]) => packSealed(entries.map(({ sealed }) => sealed));
const idsOf = (entries: readonly VerifiedEntry[]) => entries.map(({ entry }) => entry.id);

const work: Work = {
  async census() {
    const { frontier, entries, sound } = await journal.census();
    return ok({ heads: [...frontier].map(([stream, { seq, id }]) => ({ stream, seq, id })), entries, sound });
  },
  after: async ({ stream, seq, limit }) => ok(packed(await journal.after(stream, seq, limit))),
  forks: async () => ok(packed(await journal.forks())),
  async append({ entries }) {
    const { verified, refused } = await admit(attestedByMain, journal, unpackSealed(entries));
    const appended = await journal.append(verified);
    if (!appended.ok) return appended;
    const { added, known, forked } = appended.value;
    return ok({ added: idsOf(added), known, forked: idsOf(forked), refused: refused.length });
  },
  async clear() {
    return ok(await journal.clear());
  },
};

async function answered<A extends WorkerAsk>(ask: A, input: unknown) {
  const does: Work[A] = work[ask];
  try {
    return await does(askParsers[ask].input.parse(input));
  } catch (error) {
    return err(databaseFault(error));
  }
}

let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }) => {
  const { number, ask, input } = question.parse(data);
  // One after the other: an append is checked against what the one before it has committed
  queue = queue.then(async () => {
    let said: Answer;
    try {
      const result = await answered(ask, input);
      said = result.ok
        ? { number, outcome: 'done', value: result.value }
        : { number, outcome: 'refused', fault: result.error };
    } catch (error) {
      said = { number, outcome: 'broken', message: String(error) };
    }
    postMessage(said);
  });
});
