import { clockTime, HOUR, MINUTE } from '../../shared/kernel/clockTime';
import type { Day } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';

const nb = '\u00A0';

/** `09:42`: the hour and minute that clocks of `zone` show; seconds are left out. */
export function hourText(moment: number, zone: string): string {
  return clockTime(moment, zone).slice(0, 5);
}

/** « 09:42 (heure corrigée) », where the machine that noted it had a wrong clock: `behind` is by how much, or null. */
export function toldHour(hour: string, behind: number | null): string {
  return behind === null ? hour : `${hour} (${correctedText.brief})`;
}

/** The words of an hour put right: the clock of the machine that noted it was wrong. */
export const correctedText = {
  brief: 'heure corrigée',
  /** « en avance de 4 min » */
  clock: (behind: number) => `${behind > 0 ? 'en retard' : 'en avance'} de ${lengthText(Math.abs(behind))}`,
  /** « horloge du poste en avance de 4 min » */
  clockOf: (behind: number) => `horloge du poste ${correctedText.clock(behind)}`,
  says: (hour: string) => `elle indiquait ${hour}`,
} as const;

const longDay = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const wholeDate = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = formatter({ weekday: 'short', day: 'numeric', month: 'short' });

/** « mardi 17 juin », in `zone`. */
export function dayText(moment: number, zone: string): string {
  return spaced(longDay(zone).format(moment));
}

/** « mar. 17 juin », in `zone`. */
export function shortDayText(moment: Instant, zone: string): string {
  return spaced(shortDay(zone).format(moment));
}

/** « 17 juin 2026 »: a calendar day, whose year may be the point. */
export function dateText(day: Day): string {
  return spaced(wholeDate('UTC').format(Date.parse(`${day}T12:00Z`)));
}

/** « Mardi 17 juin · matin »: the half-day, which turns at 12:00. */
export function halfDayText(moment: number, zone: string): string {
  const half = clockTime(moment, zone) < '12:00' ? 'matin' : 'après-midi';
  return `${capital(dayText(moment, zone))} · ${half}`;
}

/** « 3 h 18 », « 42 min », « moins d’une minute »; whole minutes, rounded down. */
export function lengthText(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  const hours = Math.floor(length / HOUR);
  const rest = Math.floor((length % HOUR) / MINUTE);
  if (hours === 0 && rest === 0) return 'moins d’une minute';
  if (hours === 0) return `${rest}${nb}min`;
  return rest === 0 ? `${hours}${nb}h` : `${hours}${nb}h${nb}${String(rest).padStart(2, '0')}`;
}

/** « jeudi 19 juin à 09:00 », or only the hour when it is on the day of `now`. */
export function dueText(moment: Instant, now: Instant, zone: string): string {
  const day = dayText(moment, zone);
  return day === dayText(now, zone) ? hourText(moment, zone) : `${day} à ${hourText(moment, zone)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** A number and its noun, which agrees: `counted(2, 'présent', 'présents')`. None takes the singular, as French does. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('fr')}${nb}${count < 2 ? one : many}`;
}

function spaced(text: string): string {
  return text.replaceAll(/(\d) /g, `$1${nb}`);
}

function formatter(shape: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const byZone = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const known = byZone.get(zone) ?? new Intl.DateTimeFormat('fr-FR', { ...shape, timeZone: zone });
    byZone.set(zone, known);
    return known;
  };
}
