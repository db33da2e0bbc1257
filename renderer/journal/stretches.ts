import { ENTRIES_PER_CALL } from '../../shared/bridge/journal';
import type { Head } from '../../shared/journal/frontier';
import type { StreamId } from '../../shared/kernel/ids';

/** Entries of one stream: `limit` of them, after the first `seq`. */
export interface Stretch {
  readonly stream: StreamId;
  readonly seq: number;
  readonly limit: number;
}

/**
 * What lies between two frontiers, stream after stream, as groups of stretches that each cross the bridge in one call:
 * a journal may have thousands of streams with a few entries each.
 */
export function groupsBetween(
  had: ReadonlyMap<StreamId, Pick<Head, 'seq'>>,
  wanted: Iterable<readonly [StreamId, Pick<Head, 'seq'>]>,
): readonly (readonly Stretch[])[] {
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

/** How many entries a group of stretches has. */
export function countIn(group: readonly Stretch[]): number {
  return group.reduce((sum, { limit }) => sum + limit, 0);
}
