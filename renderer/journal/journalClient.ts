import { DELIVERY_PORT } from '../../shared/bridge/names';
import type { Gap } from '../../shared/journal/journal';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import { type AskInput, type AskOutput, answer, askParsers, type WorkerAsk } from './workerAsks';

type Answered<A extends WorkerAsk> = Promise<Result<AskOutput<A>, Gap | StorageFault>>;

/** What a window asks of the local database. A fault is a value; a bug in the worker rejects. */
export type JournalAsks = {
  readonly [A in WorkerAsk]: (input: AskInput<A>) => Answered<A>;
};

/** An append that main hands to the worker, under this number, rather than to the window. */
export interface Expected {
  readonly number: number;
  readonly appended: Answered<'append'>;
  /** Nothing will be delivered after all. */
  forget(): void;
}

/** The local database, as the window sees it. */
export interface JournalClient extends JournalAsks {
  /** Lets the worker take deliveries from this port. */
  connect(port: MessagePort): void;
  expect(): Expected;
}

/** The part of a worker that the client needs. */
export interface Postbox {
  postMessage(message: unknown, transfer: Transferable[]): void;
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

  const awaiting = <A extends WorkerAsk>(ask: A, number: number): Answered<A> =>
    new Promise((resolve, reject) => {
      waiting.set(number, {
        answered: (raw) => {
          const value = askParsers[ask].output.safeParse(raw);
          if (value.success) resolve(ok(value.data));
          else reject(value.error);
        },
        refused: (fault) => resolve(err(fault)),
        broken: reject,
      });
    });

  const asking =
    <A extends WorkerAsk>(ask: A) =>
    (input: AskInput<A>) => {
      const number = ++asked;
      const answered = awaiting(ask, number);
      worker.postMessage({ number, ask, input }, []);
      return answered;
    };

  return {
    census: asking('census'),
    after: asking('after'),
    forks: asking('forks'),
    append: asking('append'),
    retract: asking('retract'),
    clear: asking('clear'),
    connect: (port) => worker.postMessage(DELIVERY_PORT, [port]),
    expect() {
      const number = ++asked;
      return { number, appended: awaiting('append', number), forget: () => waiting.delete(number) };
    },
  };
}
