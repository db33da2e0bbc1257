import { type Instant, instant, MINUTE } from '../../kernel/instant';
import type { Accommodation } from '../people/kinds';
import type { Regulation } from '../session/kinds';

/**
 * The end of a paper: start written on the board, plus the duration, plus the extra time. Exact to the millisecond:
 * with one third (20 minutes per hour) 50 minutes end 66 min 40 s after the start.
 */
export function endsAt(boardStart: Instant, durationMinutes: number, extraMinutesPerHour: number): Instant {
  return instant.of(boardStart + durationMinutes * MINUTE + durationMinutes * extraMinutesPerHour * (MINUTE / 60));
}

/** Minutes added per hour of paper by the measures granted or shown: the most generous one, 0 when there is none. */
export function extraMinutesPerHour(accommodations: readonly Accommodation[]): number {
  return Math.max(0, ...accommodations.map((each) => (each.kind === 'extraTime' ? each.minutesPerHour : 0)));
}

/** The end for an admitted latecomer: unchanged, but for UC where the delay is given back. */
export function lateEnd(regulation: Regulation, end: Instant, boardStart: Instant, arrivedAt: Instant): Instant {
  return regulation.family === 'UC' ? instant.of(end + Math.max(0, arrivedAt - boardStart)) : end;
}
