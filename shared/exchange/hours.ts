import { z } from 'zod';
import { type StreamId, streamId } from '../kernel/ids';
import { instant, MINUTE } from '../kernel/instant';
import type { Holdings } from './holdings';
import type { Receipt } from './receipt';

/** A stream's chain up to `seq`: when the server took it in, by its own clock; null where that is not known any more. */
export const receivedHour = z.object({ seq: z.int().min(1), at: instant.schema.nullable() });
export type ReceivedHour = z.infer<typeof receivedHour>;

/** Those of one stream, as a book keeps them; each goes beyond the one before. */
export const streamHours = z.object({ stream: streamId.schema, hours: z.array(receivedHour) });

/** When the server took in what it was pushed: receipts are replaced by those that go beyond them, these hours stay. */
export type Hours = ReadonlyMap<StreamId, readonly ReceivedHour[]>;

/** What is kept of all streams together; beyond it, the hours that were noted longest ago are forgotten. */
export const MOST_HOURS = 2_000;

/**
 * Hours with those of receipts for what was just pushed. Not for receipts of what the server gave: these say that it
 * holds something, not since when. Pushes of one minute have one hour. Branches beside a chain have none.
 * @param before the receipts there were until then
 */
export async function hoursWith(
  hours: Hours,
  before: ReadonlyMap<StreamId, readonly Receipt[]>,
  fresh: readonly Receipt[],
  holdings: Holdings,
): Promise<Hours> {
  const next = new Map(hours);
  for (const { stream, seq, head, at } of fresh) {
    const lineage = await holdings.of(stream).behind([seq, head]);
    if (!lineage || lineage.forks.size > 0) continue;
    const known = next.get(stream) ?? [];
    const reached = Math.max(0, ...(before.get(stream) ?? []).map((each) => each.seq));
    next.delete(stream); // the last noted is the last in order
    next.set(stream, withHour(beyond(known, reached), { seq, at: instant.of(at) }));
  }
  return fewEnough(next);
}

/** What was received without an hour before the next one is noted. */
function beyond(known: readonly ReceivedHour[], reached: number): readonly ReceivedHour[] {
  return reached > (known.at(-1)?.seq ?? 0) ? [...known, { seq: reached, at: null }] : known;
}

function withHour(known: readonly ReceivedHour[], hour: { readonly seq: number; readonly at: number }) {
  const last = known.at(-1);
  const { seq } = hour;
  if (last && last.seq >= seq) return known;
  const sameMinute = last && last.at !== null && minuteOf(last.at) === minuteOf(hour.at);
  return sameMinute ? [...known.slice(0, -1), { seq, at: last.at }] : [...known, { seq, at: instant.of(hour.at) }];
}

/** A stream that has lost some says nothing of the hours before those it keeps. */
function fewEnough(hours: Map<StreamId, readonly ReceivedHour[]>): Hours {
  let over = [...hours.values()].reduce((sum, each) => sum + each.length, 0) - MOST_HOURS;
  for (const [stream, each] of hours) {
    if (over <= 0) break;
    const last = each[over];
    if (last) hours.set(stream, [{ seq: last.seq, at: null }, ...each.slice(over + 1)]);
    else hours.delete(stream);
    over -= each.length;
  }
  return hours;
}

function minuteOf(at: number): number {
  return Math.floor(at / MINUTE);
}
