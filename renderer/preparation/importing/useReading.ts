import { useCallback, useEffect, useRef, useState } from 'react';
import type { CentreState } from '../../../shared/exam/state';
import { useDesk } from '../../store/useDesk';
import { type AnyFault, type ImportAsk, type ImportSource, importAnswer, type ReadContent } from './content';
import { partsOf } from './stateParts';

/** How far reading has come; `idle` before anything was chosen, or once it was cancelled. */
export type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'faulty'; readonly faults: readonly AnyFault[] }
  | { readonly kind: 'read'; readonly read: ReadContent };

const idle: Reading = { kind: 'idle' };

/** Reads in a worker of its own, so that the window stays alive; asking again or cancelling stops it. */
export function useReading(onRead?: (read: ReadContent) => void) {
  const desk = useDesk();
  const [reading, setReading] = useState<Reading>(idle);
  const worker = useRef<Worker | null>(null);
  const told = useRef(onRead);
  told.current = onRead;

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const read = useCallback(
    (source: ImportSource) => {
      stop();
      setReading({ kind: 'reading', done: 0, of: source.kind === 'files' ? source.files.length : 1 });
      const started = new Worker(new URL('../importWorker.ts', import.meta.url), { type: 'module' });
      worker.current = started;
      started.addEventListener('message', ({ data }) => {
        const said = importAnswer.parse(data);
        if (said.kind === 'progress') {
          setReading({ kind: 'reading', done: said.done, of: said.of });
          return;
        }
        stop();
        setReading(said);
        if (said.kind === 'read') told.current?.(said.read);
      });
      started.addEventListener('error', (event) => {
        stop();
        setReading(idle);
        throw new Error(`the import worker failed: ${event.message}`);
      });
      const { state } = desk.store.getState();
      void tell(started, state).then(() =>
        started.postMessage({ kind: 'read', source, withdrawn: state.withdrawn } satisfies ImportAsk),
      );
    },
    [desk, stop],
  );

  const cancel = useCallback(() => {
    stop();
    setReading(idle);
  }, [stop]);

  return { reading, read, cancel };
}

/** Copies what the centre holds to the worker, a part at a time, so that the window draws in between. */
async function tell(worker: Worker, state: CentreState): Promise<void> {
  for (const part of partsOf(state)) {
    worker.postMessage({ kind: 'state', part } satisfies ImportAsk);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
