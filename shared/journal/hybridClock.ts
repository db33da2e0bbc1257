import { HOUR, type Instant } from '../kernel/instant';

/** A hybrid logical clock's reading: milliseconds, and a counter among readings of the same millisecond. */
export type Logical = readonly [milliseconds: number, counter: number];

/** How far ahead of the wall clock a time may be and still move ours: beyond it, its writer's clock is wrong. */
export const TRUSTED_AHEAD = 24 * HOUR;

/** The reading before anything was seen. */
export const NEVER: Logical = [0, 0];

/** The next reading: after `last` and not before the wall clock, whatever the wall clock says. Never refuses. */
export function tick(last: Logical, wall: Instant): Logical {
  return wall > last[0] ? [wall, 0] : [last[0], last[1] + 1];
}

/** The reading after one from elsewhere was seen: the later of the two, unless it is over 24 h ahead of the wall. */
export function seen(last: Logical, remote: Logical, wall: Instant): Logical {
  if (remote[0] > wall + TRUSTED_AHEAD) return last;
  return compare(remote, last) > 0 ? remote : last;
}

/** Negative, zero or positive as `a` is before, equal to or after `b`. */
export function compare(a: Logical, b: Logical): number {
  return a[0] - b[0] || a[1] - b[1];
}
