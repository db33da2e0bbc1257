import { z } from 'zod';
import type { Instant } from '../kernel/instant';
import { type ServerId, serverId } from './names';

/** The centre's time: headquarters' clock where somebody has compared with it, else that of one of the centre's relays. */
export const centreTime = z.object({
  /** Milliseconds by which it is ahead of the clock of whoever says so. */
  ahead: z.int(),
  /** Whose clock it is. */
  by: serverId.schema,
  /** How many machines the comparison went through. */
  hops: z.int().nonnegative().max(100),
});
export type CentreTime = z.infer<typeof centreTime>;

/** The centre's time as learnt from a server, and how far off that may be. */
export interface LearntTime extends CentreTime {
  readonly within: number;
}

/** One comparison of clocks, in milliseconds: by how much the other one is ahead, and how far off that may be. */
export interface Comparison {
  readonly ahead: number;
  readonly within: number;
}

/** What an answer tells of its sender's clock: `said` by it, taken in `at` ours, after `took` there and back. */
export function comparedWith(said: number, at: Instant, took: number): Comparison {
  return { ahead: Math.round(said - (at - took / 2)), within: Math.ceil(took / 2) };
}

/** The centre's time as learnt from whoever compared with it, or who is it where they compared with nobody. */
export function learntFrom(
  { ahead, within }: Comparison,
  theirs: CentreTime | undefined,
  server: ServerId,
): LearntTime {
  if (!theirs) return { ahead, by: server, hops: 0, within };
  return { ahead: ahead + theirs.ahead, by: theirs.by, hops: theirs.hops + 1, within };
}

/**
 * A comparison stands until one that is as good, or that cannot be true beside it, takes its place: a slow answer does not
 * move anybody's clock.
 */
export function steadier(before: LearntTime | null, next: LearntTime): LearntTime {
  if (!before || before.by !== next.by || before.hops !== next.hops) return next;
  const apart = Math.abs(next.ahead - before.ahead);
  return before.within <= next.within && apart <= before.within + next.within ? before : next;
}

/**
 * Which of several clocks the centre goes by, this machine's own among them where it serves the others: `rank` puts them
 * in order, lowest first, for all machines of a centre alike. Null where nothing was compared with.
 */
export function chosenTime(
  learnt: readonly LearntTime[],
  own: { readonly key: ServerId; readonly serves: boolean },
  rank: (by: ServerId) => number,
): LearntTime | null {
  const others = learnt.filter(({ by }) => by !== own.key);
  const mine = own.serves ? [{ ahead: 0, by: own.key, hops: 0, within: 0 }] : [];
  const ordered = [...others, ...mine].sort(
    (a, b) => rank(a.by) - rank(b.by) || compared(a.by, b.by) || a.hops - b.hops || a.within - b.within,
  );
  return ordered[0] ?? null;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
