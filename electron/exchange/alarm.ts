import type { Alarm } from '../../shared/exchange/listening';

/** Timers of this process: they go on with no window. */
export const alarm: Alarm = {
  set(after, ring) {
    const timer = setTimeout(ring, after);
    return () => clearTimeout(timer);
  },
};
