import { useCallback, useEffect, useRef, useState } from 'react';
import type { JournalAudited } from '../../shared/bridge/audit';
import type { Instant } from '../../shared/kernel/instant';
import { usePorts } from '../app/ports';

export type AuditRun =
  | { readonly kind: 'idle' }
  /** `share` goes from 0 to 1; null once only the closings are left. */
  | { readonly kind: 'running'; readonly share: number | null }
  | { readonly kind: 'failed' }
  | { readonly kind: 'finished'; readonly found: JournalAudited; readonly at: Instant; readonly milliseconds: number };

export interface AuditControl {
  readonly run: AuditRun;
  start(): void;
  stop(): void;
}

/** Has main check the journal's files, a moment at a time; leaving the page or `stop` ends it. */
export function useAudit(): AuditControl {
  const { bridge, clock } = usePorts();
  const [run, setRun] = useState<AuditRun>({ kind: 'idle' });
  const turn = useRef(0);

  const stop = useCallback(() => {
    turn.current += 1;
    setRun({ kind: 'idle' });
  }, []);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const work = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const begun = clock.now();
    setRun({ kind: 'running', share: 0 });
    await bridge.startAudit();
    for (let shown = 0; turn.current === mine; ) {
      const step = await bridge.continueAudit();
      if (turn.current !== mine) return;
      if (step.kind === 'finished') {
        const at = clock.now();
        setRun({ kind: 'finished', found: step.found, at, milliseconds: at - begun });
        return;
      }
      const share = step.kind === 'reading' && step.of > 0 ? Math.min(1, step.done / step.of) : null;
      if (share === null || share - shown >= 0.01) {
        shown = share ?? shown;
        setRun({ kind: 'running', share });
      }
    }
  }, [bridge, clock]);

  const start = useCallback(() => {
    work().catch((error: unknown) => {
      console.error(error);
      setRun({ kind: 'failed' });
    });
  }, [work]);
  return { run, start, stop };
}
