import type { Gap } from '../../shared/journal/journal';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import { type AskInput, type AskOutput, answer, askParsers, type WorkerAsk } from './workerAsks';

/** The local database, as the window sees it. A fault is a value; a bug in the worker rejects. */
export type JournalClient = {
  readonly [A in WorkerAsk]: (input: AskInput<A>) => Promise<Result<AskOutput<A>, Gap | StorageFault>>;
};

/** The part of a worker that the client needs. */
export interface Postbox {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

interface Waiting {
  readonly answered: (raw: unknown) => void;
  readonly refused: (fault: Gap | StorageFault) => void;
  readonly broken: (error: Error) => void;
}

export function journalClient(worker: Postbox): JournalClient {
  const waiting = new Map<number, Waiting>();
  let asked = 0;

  worker.addEventListener('message', ({ data }) => {
    const said = answer.parse(data);
    const asker = waiting.get(said.number);
    waiting.delete(said.number);
    if (!asker) throw new Error(`an answer to nobody: ${said.number}`);
    if (said.outcome === 'done') asker.answered(said.value);
    else if (said.outcome === 'refused') asker.refused(said.fault);
    else asker.broken(new Error(said.message));
  });
  worker.addEventListener('error', ({ message }) => {
    for (const asker of waiting.values()) asker.broken(new Error(`the journal worker failed: ${message ?? 'unknown'}`));
    waiting.clear();
  });

  const asking =
    <A extends WorkerAsk>(ask: A) =>
    (input: AskInput<A>) =>
      new Promise<Result<AskOutput<A>, Gap | StorageFault>>((resolve, reject) => {
        const number = ++asked;
        waiting.set(number, {
          answered: (raw) => {
            const value = askParsers[ask].output.safeParse(raw);
            if (value.success) resolve(ok(value.data));
            else reject(value.error);
          },
          refused: (fault) => resolve(err(fault)),
          broken: reject,
        });
        worker.postMessage({ number, ask, input });
      });

  return {
    census: asking('census'),
    after: asking('after'),
    forks: asking('forks'),
    append: asking('append'),
    retract: asking('retract'),
    clear: asking('clear'),
  };
}
