import { useEffect, useRef } from 'react';
import { unsaidRestorations } from '../../shared/exam/copies/unsaid';
import type { Actor } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { useDesk } from '../store/useDesk';

/** Has the journal say which copies this machine took back, as soon as somebody acts on it. */
export function useRestorationsSaid(actor: Actor | null): void {
  const { bridge } = usePorts();
  const desk = useDesk();
  const tried = useRef(false);
  useEffect(() => {
    if (!actor || tried.current) return;
    tried.current = true; // a medium that refuses is told at the next gesture; this is said at the next start
    void bridge.safeCopyState().then(({ device, takenBack }) => {
      const unsaid = unsaidRestorations(device, takenBack, desk.store.getState().state);
      return unsaid.length > 0 ? desk.say(...unsaid) : null;
    });
  }, [actor, bridge, desk]);
}
