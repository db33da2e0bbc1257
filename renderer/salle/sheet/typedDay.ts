import { type Day, day } from '../../../shared/kernel/ids';

/** A day as one types it here, « 17/04/2008 », with any of the usual signs between; null when it is none. */
export function typedDay(typed: string): Day | null {
  const [, date, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim()) ?? [];
  if (!date || !month || !year) return null;
  const parsed = day.parse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  // 30 February would roll over into March
  return parsed.ok && new Date(parsed.value).getUTCDate() === Number(date) ? parsed.value : null;
}
