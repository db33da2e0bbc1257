import { delivery } from '../../shared/bridge/delivery';
import { DELIVERY_PORT } from '../../shared/bridge/names';
import { packCased, unpackCased } from '../../shared/journal/cased';
import type { AppendFault } from '../../shared/journal/journal';
import { err, ok, type Result } from '../../shared/kernel/result';
import {
  type Answer,
  type AskInput,
  type AskOutput,
  askParsers,
  question,
  type WorkerAsk,
} from '../journal/workerAsks';
import { databaseFault } from './databaseFault';
import { EntryCopy } from './entryCopy';

/** The one that keeps the local database: no other part of the program opens it. */
const copy = new EntryCopy('cachet');

type Work = { readonly [A in WorkerAsk]: (input: AskInput<A>) => Promise<Result<AskOutput<A>, AppendFault>> };

const work: Work = {
  async census() {
    const { frontier, entries, sound } = await copy.census();
    return ok({ heads: [...frontier].map(([stream, { seq, id }]) => ({ stream, seq, id })), entries, sound });
  },
  after: async ({ stream, seq, limit }) => ok(packCased(await copy.after(stream, seq, limit))),
  forks: async () => ok(packCased(await copy.forks())),
  async append({ cased }) {
    const appended = await copy.append(unpackCased(cased));
    if (!appended.ok) return appended;
    const { added, known, forked } = appended.value;
    return ok({ added: added.length, known, forked: forked.length });
  },
  retract: ({ claims }) => copy.retract(claims),
  async clear() {
    return ok(await copy.clear());
  },
};

async function asked<A extends WorkerAsk>(ask: A, input: unknown): Promise<Result<unknown, AppendFault>> {
  const does: Work[A] = work[ask];
  return does(askParsers[ask].input.parse(input));
}

let queue: Promise<void> = Promise.resolve();

/** One after the other: an append is placed after what the one before it has committed. */
function answer(number: number, does: () => Promise<Result<unknown, AppendFault>>): void {
  queue = queue.then(async () => {
    let said: Answer;
    try {
      const result = await does().catch((error) => err(databaseFault(error)));
      said = result.ok
        ? { number, outcome: 'done', value: result.value }
        : { number, outcome: 'refused', fault: result.error };
    } catch (error) {
      said = { number, outcome: 'broken', message: String(error) };
    }
    postMessage(said);
  });
}

addEventListener('message', ({ data, ports: [port] }) => {
  if (data === DELIVERY_PORT && port) {
    port.onmessage = (delivered) => {
      const { number, cased } = delivery.parse(delivered.data);
      answer(number, () => work.append({ cased }));
    };
  } else {
    const { number, ask, input } = question.parse(data);
    answer(number, () => asked(ask, input));
  }
});
