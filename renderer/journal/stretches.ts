import { ENTRIES_PER_CALL } from '../../shared/bridge/journal';
import type { Head } from '../../shared/journal/frontier';
import type { StreamId } from '../../shared/kernel/ids';

/** Entries of one stream: `limit` of them, after the first `seq`. */
export interface Stretch {
  readonly stream: StreamId;
  readonly seq: number;
  readonly limit: number;
}

/** Stretches that cross the bridge in one call. */
export type Group = readonly Stretch[];

/**
 * What lies between two frontiers, stream after stream, in groups as large as they may be: a journal may have
 * thousands of streams with a few entries each.
 */
export function groupsBetween(
  had: ReadonlyMap<StreamId, Pick<Head, 'seq'>>,
  wanted: Iterable<readonly [StreamId, Pick<Head, 'seq'>]>,
): readonly Group[] {
  const groups: Stretch[][] = [];
  let room = 0;
  for (const [stream, { seq: until }] of wanted) {
    for (let seq = had.get(stream)?.seq ?? 0; seq < until; ) {
      if (room === 0) {
        groups.push([]);
        room = ENTRIES_PER_CALL;
      }
      const limit = Math.min(room, until - seq);
      groups.at(-1)?.push({ stream, seq, limit });
      room -= limit;
      seq += limit;
    }
  }
  return groups;
}

/** How many entries a group has. */
export function countIn(group: Group): number {
  return group.reduce((sum, { limit }) => sum + limit, 0);
}

/** What is asked of each group, in order; the next one is asked for while the one before it is worked on. */
export async function* oneAhead<T>(
  groups: readonly Group[],
  ask: (group: Group) => Promise<T>,
): AsyncGenerator<{ readonly group: Group; readonly answer: T }> {
  const asked: { readonly group: Group; readonly answer: Promise<T> }[] = [];
  const askNext = (group: Group | undefined) => {
    if (group) asked.push({ group, answer: ask(group) });
  };
  askNext(groups[0]);
  for (let at = 1; ; at++) {
    const next = asked.shift();
    if (!next) return;
    const answer = await next.answer;
    askNext(groups[at]);
    yield { group: next.group, answer };
  }
}
