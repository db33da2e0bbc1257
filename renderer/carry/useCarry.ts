import { useCallback, useEffect, useState } from 'react';
import type { CarryState } from '../../shared/bridge/carry';
import { usePorts } from '../app/ports';

const every = 5_000;

/** How this machine and the key stand, asked every few seconds so that one that is pulled out is told, and by `again`. */
export function useCarry(): readonly [state: CarryState | null, again: () => Promise<void>] {
  const { bridge } = usePorts();
  const [state, setState] = useState<CarryState | null>(null);
  const again = useCallback(async () => setState(await bridge.carryState()), [bridge]);
  useEffect(() => {
    void again();
    const timer = setInterval(() => void again(), every);
    return () => clearInterval(timer);
  }, [again]);
  return [state, again];
}
