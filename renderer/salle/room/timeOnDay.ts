import type { Day } from '../../../shared/kernel/ids';
import { type Instant, instantOf } from '../../../shared/kernel/instant';

const shape = /^([01]?\d|2[0-3])\s?[:hH]\s?([0-5]\d)$/;

/** The moment a typed hour (`9:05`, `09h05`) means on a day, or null when it is not an hour. */
export function timeOnDay(typed: string, day: Day, zone: string): Instant | null {
  const [, hours, minutes] = shape.exec(typed.trim()) ?? [];
  return hours && minutes ? instantOf(day, `${hours.padStart(2, '0')}:${minutes}`, zone) : null;
}
