import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyFault, type ImportAsk, importAnswer, type ReadContent } from './content';

/** How far reading has come; `idle` before anything was chosen, or once it was cancelled. */
export type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'faulty'; readonly faults: readonly AnyFault[] }
  | { readonly kind: 'read'; readonly read: ReadContent };

const idle: Reading = { kind: 'idle' };

/** Reads in a worker of its own, so that the window stays alive; asking again or cancelling stops it. */
export function useReading(onRead?: (read: ReadContent) => void) {
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
    (ask: ImportAsk) => {
      stop();
      setReading({ kind: 'reading', done: 0, of: ask.kind === 'files' ? ask.files.length : 1 });
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
      started.postMessage(ask);
    },
    [stop],
  );

  const cancel = useCallback(() => {
    stop();
    setReading(idle);
  }, [stop]);

  return { reading, read, cancel };
}
