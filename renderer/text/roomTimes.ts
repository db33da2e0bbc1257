import { clockTime, HOUR, type Instant, MINUTE } from '../../shared/kernel/instant';

/** `jeudi 09:00`, in the session's zone. */
export function weekdayTime(moment: Instant, zone: string): string {
  const weekday = new Intl.DateTimeFormat('fr', { weekday: 'long', timeZone: zone }).format(moment);
  return `${weekday} ${clockTime(moment, zone)}`;
}

/** `mardi 16 juin`, in the session's zone. */
export function dayWords(moment: Instant, zone: string): string {
  return new Intl.DateTimeFormat('fr', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(moment);
}

/** A length of time in hours and minutes, rounded up to the minute so that nothing ends before it is said to. */
export function lengthWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / MINUTE));
  const hours = Math.floor((minutes * MINUTE) / HOUR);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
