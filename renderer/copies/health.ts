import type { SafeCopyState } from '../../shared/bridge/copies';
import { type TimedSitting, timedSittings } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import { type Instant, MINUTE } from '../../shared/kernel/instant';

/** From this age on, a copy that lacks entries is told as old during a sitting. */
const oldAfter = 15 * MINUTE;
const afterwards = 30 * MINUTE;

/** How the copy stands, for a glance. `off`: none was set up, and nothing is going on that it would be for. */
export type CopyHealth =
  | { readonly kind: 'off' | 'none' | 'fresh' }
  | { readonly kind: 'recent' | 'old'; readonly age: number }
  | { readonly kind: 'trouble'; readonly because: NonNullable<SafeCopyState['trouble']> };

/** Sittings that are being held: from the invigilators' service to half an hour after the last planned end. */
export function sittingsUnderWay(state: CentreState, now: Instant): readonly TimedSitting[] {
  return timedSittings(state).filter(
    ({ service, settling, lastEnd }) => Math.min(service, settling) <= now && now <= lastEnd + afterwards,
  );
}

export function healthOf({ kept, last, missing, trouble }: SafeCopyState, now: Instant, underWay: boolean): CopyHealth {
  if (!kept) return { kind: underWay ? 'none' : 'off' };
  if (trouble) return { kind: 'trouble', because: trouble };
  if (!last) return { kind: 'none' };
  const age = Math.max(0, now - last.madeAt);
  if (missing === 0) return { kind: 'fresh' };
  return { kind: underWay && age >= oldAfter ? 'old' : 'recent', age };
}
