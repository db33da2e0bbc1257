import { tzOffset } from '@date-fns/tz';
import { type Brand, integerKind } from './brand';
import { MINUTE } from './clockTime';
import type { Day } from './ids';

export { clockTime, dayOf, HOUR, MINUTE } from './clockTime';

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
export const instant = integerKind('Instant', -8.64e15, 8.64e15);

/** A length of time in milliseconds. */
export type Duration = Brand<number, 'Duration'>;
export const duration = integerKind('Duration', 0, 8.64e15);

export function minutes(count: number): Duration {
  return duration.of(Math.round(count * MINUTE));
}

export function later(moment: Instant, by: Duration): Instant {
  return instant.of(moment + by);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function elapsed(from: Instant, to: Instant): number {
  return to - from;
}

/**
 * The moment at which clocks of `zone` (IANA name) show `time` (`HH:MM`) on `day`.
 * A time that a change to summer time skips is read with the offset before the change.
 */
export function instantOf(day: Day, time: string, zone: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const guess = asUtc - tzOffset(zone, new Date(asUtc)) * MINUTE;
  return instant.of(asUtc - tzOffset(zone, new Date(guess)) * MINUTE);
}
