import { createContext, type ReactNode, useContext } from 'react';
import { instant } from '../../../shared/kernel/instant';
import type { Clock } from '../../../shared/kernel/ports';

const machineClock: Clock = { now: () => instant.of(Date.now()) };
const Time = createContext<Clock>(machineClock);

/** Another clock than the machine's for the screens inside: a room's time set by the centre, or a test's. */
export function TimeProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <Time.Provider value={clock}>{children}</Time.Provider>;
}

export function useClock(): Clock {
  return useContext(Time);
}
