import { useCallback, useEffect, useState } from 'react';
import type { SafeCopyState } from '../../shared/bridge/copies';
import { usePorts } from '../app/ports';

const every = 10_000;

/** How the safe copy of this machine stands, asked every ten seconds, whenever the journal grew, and after each `told`. */
export function useSafeCopy(): readonly [SafeCopyState | null, (state: SafeCopyState) => void] {
  const { bridge } = usePorts();
  const [state, setState] = useState<SafeCopyState | null>(null);
  const ask = useCallback(() => void bridge.safeCopyState().then(setState), [bridge]);
  useEffect(() => {
    ask();
    const timer = setInterval(ask, every);
    window.addEventListener(changed, ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener(changed, ask);
    };
  }, [ask]);
  const told = useCallback((next: SafeCopyState) => {
    setState(next);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [state, told];
}

/** Tells the other places of this window that the state changed. */
const changed = 'cachet-safe-copy';
