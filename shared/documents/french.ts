import type { Day } from '../kernel/ids';
import { clockTime, dayOf, type Instant, MINUTE } from '../kernel/instant';

/** The narrow space that French sets before ; : ! ? and inside « », and that never ends a line. */
export const NARROW = '\u202f';
/** The no-break space of ordinary width. */
export const FIXED = '\u00a0';

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `mardi 16 juin 2026`. */
export function longDay(day: Day | string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const number = Number(date) === 1 ? '1er' : String(Number(date));
  return `${weekday}${FIXED}${number}${FIXED}${months[Number(month) - 1] ?? ''}${FIXED}${year}`;
}

/** `16/06/2026`. */
export function shortDay(day: Day | string): string {
  return day.split('-').reverse().join('/');
}

/** `9 h 00`, from `09:00`; seconds are told when there are some: `10 h 06 min 40 s`. */
export function hour(time: string): string {
  const [hours = '', minutes = '', seconds = '00'] = time.split(':');
  const short = `${Number(hours)}${FIXED}h${FIXED}${minutes}`;
  return seconds === '00' ? short : `${short}${FIXED}min${FIXED}${seconds}${FIXED}s`;
}

/** The time of day of a moment, to the second where it is not on a whole minute: for an end that was computed. */
export function exactHour(moment: Instant, zone: string): string {
  return hour(clockTime(moment, zone));
}

/** The time of day of a moment, to the minute that had begun: for a gesture that was noted. */
export function notedHour(moment: Instant, zone: string): string {
  return hour(clockTime(moment, zone).slice(0, 5));
}

/** `16 juin 2026 à 8 h 42`. */
export function dayAndHour(moment: Instant, zone: string): string {
  const [, ...rest] = longDay(dayOf(moment, zone)).split(FIXED);
  return `${rest.join(FIXED)} à ${notedHour(moment, zone)}`;
}

/** `4 h`, `3 h 30`, `50 min`. */
export function length(minutes: number): string {
  const whole = Math.floor(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest}${FIXED}min`;
  return rest === 0 ? `${hours}${FIXED}h` : `${hours}${FIXED}h${FIXED}${String(rest).padStart(2, '0')}`;
}

/** Time between two moments, in minutes begun: an absence of 2 min 19 s is told as 3 min, one of 0 s as 1 min. */
export function absence(from: Instant, to: Instant): string {
  return length(Math.max(1, Math.ceil((to - from) / MINUTE)));
}

/** `1 candidat`, `24 candidats`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number}${FIXED}${number < 2 ? one : many}`;
}

/** `« texte »`. */
export function quoted(text: string): string {
  return `«${NARROW}${text}${NARROW}»`;
}

/** `A, B et C`. */
export function enumerated(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}
