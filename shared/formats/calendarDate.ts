import { type Day, day } from '../kernel/ids';

/** A date written `31/12/2005`; null when it is written otherwise or no calendar has it. */
export function dayFromFrench(text: string): Day | null {
  const [, date, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  const parsed = day.parse(`${year}-${month}-${date}`);
  return parsed.ok && isOnCalendar(parsed.value) ? parsed.value : null;
}

/** False for the 31st of February. */
export function isOnCalendar(date: Day): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date;
}
