import { tzOffset } from '@date-fns/tz';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/** `HH:MM`, or `HH:MM:SS` when the moment is not on a whole minute, as clocks of `zone` show it. */
export function clockTime(moment: number, zone: string): string {
  const local = new Date(moment + tzOffset(zone, new Date(moment)) * MINUTE).toISOString();
  return moment % MINUTE === 0 ? local.slice(11, 16) : local.slice(11, 19);
}

/** The calendar day, `YYYY-MM-DD`, of a moment in `zone`. */
export function dayOf(moment: number, zone: string): string {
  return new Date(moment + tzOffset(zone, new Date(moment)) * MINUTE).toISOString().slice(0, 10);
}
