import { useEffect, useState } from 'react';
import { type Instant, instant, MINUTE } from '../../../shared/kernel/instant';
import { useClock } from './useClock';

const longestNap = 10_000;

/** The current minute; the part is drawn again only when it changes, and catches up after the machine slept. */
export function useMinute(): Instant {
  const clock = useClock();
  const [minute, setMinute] = useState(() => floor(clock.now()));
  useEffect(() => {
    let timer = 0;
    const look = () => {
      const now = clock.now();
      setMinute(floor(now));
      timer = window.setTimeout(look, Math.min(longestNap, MINUTE - (now % MINUTE) + 5));
    };
    look();
    return () => window.clearTimeout(timer);
  }, [clock]);
  return minute;
}

function floor(now: Instant): Instant {
  return instant.of(now - (((now % MINUTE) + MINUTE) % MINUTE));
}
