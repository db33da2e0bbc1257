import type { EntryId, StreamId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { type DeviceId, deviceOf } from './launch';

/** What must be known of an entry to find where a device began to write twice. */
export interface Grown {
  readonly id: EntryId;
  readonly stream: StreamId;
  readonly seq: number;
  readonly prev: EntryId | null;
  readonly wall: Instant;
}

/** One of the histories that go on from the same point. */
export interface Branch<E extends Grown = Grown> {
  /** Its first entry. */
  readonly first: E;
  /** How many entries it has, those after further branchings included. */
  readonly entries: number;
}

/** A point after which one device wrote two histories or more: its disk was copied, or an old copy of it put back. */
export interface Branching<E extends Grown = Grown> {
  readonly device: DeviceId;
  /** The last entry they have in common; null when they have none. */
  readonly after: EntryId | null;
  /** The earliest wall clock time, on whichever machine, after which there were several. */
  readonly since: Instant;
  /** In order of their first entry's time. */
  readonly branches: readonly Branch<E>[];
}

/**
 * Where devices wrote twice from one point, the oldest first: two entries for one place, two streams that continue the
 * same entry, or one that continues an entry after which its own stream has gone on. Each is an entry with two successors.
 */
export function branchingsOf<E extends Grown>(entries: Iterable<E>): readonly Branching<E>[] {
  const next = new Map<string, E[]>();
  for (const entry of entries) {
    const point = pointOf(entry.stream, entry.prev);
    const successors = next.get(point);
    if (successors) successors.push(entry);
    else next.set(point, [entry]);
  }
  const found: Branching<E>[] = [];
  for (const successors of next.values()) {
    const [first, second] = [...successors].sort((a, b) => a.wall - b.wall || (a.id < b.id ? -1 : 1));
    if (!first || !second) continue;
    const branches = successors
      .map((each) => ({ first: each, entries: grownFrom(each, next) }))
      .sort((a, b) => a.first.wall - b.first.wall || (a.first.id < b.first.id ? -1 : 1));
    found.push({ device: deviceOf(first.stream), after: first.prev, since: first.wall, branches });
  }
  return found.sort((a, b) => a.since - b.since);
}

/** Where an entry grows from. Nobody makes another device branch by naming its entries. */
function pointOf(stream: StreamId, prev: EntryId | null): string {
  return prev === null ? stream : `${deviceOf(stream)} ${prev}`;
}

function grownFrom<E extends Grown>(first: E, next: ReadonlyMap<string, readonly E[]>): number {
  let count = 0;
  const waiting: E[] = [first];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    count++;
    waiting.push(...(next.get(pointOf(entry.stream, entry.id)) ?? []));
  }
  return count;
}
