import { clockTime, type Instant } from '../../shared/kernel/instant';

/** `jeudi 09:00`, in the session's zone. */
export function weekdayTime(moment: Instant, zone: string): string {
  const weekday = new Intl.DateTimeFormat('fr', { weekday: 'long', timeZone: zone }).format(moment);
  return `${weekday} ${clockTime(moment, zone)}`;
}
