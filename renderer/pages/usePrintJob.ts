import { useCallback, useEffect, useRef, useState } from 'react';
import type { PagesOrder } from './pagesMessages';
import { openPressRoom, type PressRoom, type PressRun } from './pressRoom';

/** How the PDF on screen stands. */
export type PrintJobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'drawing'; readonly documents: number; readonly of: number }
  | {
      readonly kind: 'drawn';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      readonly documents: number;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' };

interface PrintJobControl {
  readonly job: PrintJobState;
  draw(order: PagesOrder): void;
  cancel(): void;
}

/** Draws PDFs in the worker, one at a time, for as long as the screen is there. */
export function usePrintJob(): PrintJobControl {
  const [job, setJob] = useState<PrintJobState>({ kind: 'idle' });
  const room = useRef<PressRoom | null>(null);
  const run = useRef<PressRun | null>(null);

  useEffect(
    () => () => {
      room.current?.close();
      room.current = null;
    },
    [],
  );

  const draw = useCallback((order: PagesOrder) => {
    room.current ??= openPressRoom();
    const of = order.models.length;
    setJob({ kind: 'drawing', documents: 0, of });
    const current = room.current.print(order, (documents) => setJob({ kind: 'drawing', documents, of }));
    run.current = current;
    current.result.then((pressed) => {
      if (run.current !== current) return; // another one has begun meanwhile
      if (pressed.outcome === 'finished') {
        setJob({ kind: 'drawn', bytes: pressed.bytes, pages: pressed.pages, documents: of });
        return;
      }
      if (pressed.outcome === 'failed') console.error(new Error(`the pages' worker failed: ${pressed.message}`));
      setJob({ kind: pressed.outcome });
    });
  }, []);

  const cancel = useCallback(() => run.current?.cancel(), []);
  return { job, draw, cancel };
}
