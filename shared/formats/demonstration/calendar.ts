import type { Paper, Sitting } from '../../exam/papers/kinds';
import { type Day, day as dayKind, sittingId } from '../../kernel/ids';

const DAY_MS = 86_400_000;
const halves = [
  { name: 'matin', start: '09:00' },
  { name: 'apres-midi', start: '14:00' },
] as const;

/**
 * The sittings of a session over `halfDays` half-days from `first` on, no week-end but the first day itself. Papers of
 * `opening` are all sat on the first morning; no candidate has two papers in one half-day, and none is left empty
 * while there are papers enough.
 */
export function calendar(first: Day, halfDays: number, opening: readonly Paper[], others: readonly Paper[]): Sitting[] {
  const slots: Paper[][] = Array.from({ length: halfDays }, () => []);
  slots[0]?.push(...opening);
  for (const paper of others) {
    const free = slots.filter((slot) => !slot.some((other) => shareCandidates(other, paper)));
    const slot = free.reduce<Paper[] | null>((best, each) => (best && best.length <= each.length ? best : each), null);
    if (!slot) throw new Error(`no half-day is left for ${paper.id}`);
    slot.push(paper);
  }
  const days = openDays(first, Math.ceil(halfDays / halves.length));
  return slots.flatMap((papers, at) => {
    const half = halves[at % halves.length];
    const day = days[Math.floor(at / halves.length)];
    if (!half || !day || papers.length === 0) return [];
    return [{ id: sittingId.of(`${day}-${half.name}`), day, start: half.start, papers: papers.map(({ id }) => id) }];
  });
}

/** True when somebody may be registered for both papers. */
export function shareCandidates(one: Paper, other: Paper): boolean {
  if (one.diploma !== other.diploma) return false;
  if (one.specialities.length === 0 || other.specialities.length === 0) return true;
  return one.specialities.some((code) => other.specialities.includes(code));
}

function openDays(first: Day, count: number): Day[] {
  const days = [first];
  for (let at = Date.parse(first) + DAY_MS; days.length < count; at += DAY_MS) {
    const date = new Date(at);
    const weekEnd = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!weekEnd) days.push(dayKind.of(date.toISOString().slice(0, 10)));
  }
  return days;
}
