import type { EntryId, StreamId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { channelOf } from '../kernel/statement';
import { type DeviceId, deviceOf } from './launch';

/** Whether a device begins a channel as often as it likes: headquarters does, on each of its nodes and at each start. */
export type BeginsAgain = (device: DeviceId) => boolean;

export const nobodyBeginsAgain: BeginsAgain = () => false;

/** An entry's place: what must be known of it to find where a device began to write twice. */
export interface Link {
  readonly id: EntryId;
  readonly stream: StreamId;
  readonly seq: number;
  readonly prev: EntryId | null;
}

/** One of the histories that go on from the same point. */
export interface Branch<L extends Link> {
  /** Its first entry. */
  readonly first: L;
  /** How many entries it has, those after further branchings included. */
  readonly entries: number;
}

/** A point after which one device wrote two histories or more: its disk was copied, or an old copy of it put back. */
export interface Branching<L extends Link> {
  readonly device: DeviceId;
  /** The last entry they have in common; null when they have none. */
  readonly after: EntryId | null;
  readonly branches: readonly Branch<L>[];
}

/**
 * Where devices wrote twice from one point: two entries for one place, two streams that continue the same entry, one that
 * continues an entry after which its own stream has gone on, or two that begin the same channel. Each is a point with two
 * successors.
 */
export function branchingsOf<L extends Link>(links: Iterable<L>): readonly Branching<L>[] {
  const branches = new Branches<L>();
  for (const link of links) branches.add(link);
  return branches.found();
}

/** As `branchingsOf`, of links that come one by one, in any order. */
export class Branches<L extends Link> {
  /** By what they grow from. */
  private readonly next = new Map<string, L[]>();

  add(link: L): void {
    const point = pointOf(link.stream, link.prev);
    const successors = this.next.get(point);
    if (successors) successors.push(link);
    else this.next.set(point, [link]);
  }

  found(): readonly Branching<L>[] {
    const found: Branching<L>[] = [];
    for (const successors of this.next.values()) {
      const [one, another] = successors;
      if (!one || !another) continue;
      const branches = successors.map((first) => ({ first, entries: grownFrom(first, this.next) }));
      found.push({ device: deviceOf(one.stream), after: one.prev, branches });
    }
    return found;
  }
}

/** A link, and its writer's wall clock then. */
export interface DatedLink extends Link {
  readonly wall: Instant;
}

export interface DatedBranching<L extends DatedLink = DatedLink> extends Branching<L> {
  /** When the first of the histories began, by its writer's wall clock. */
  readonly since: Instant;
}

/** Branchings, the oldest first, their branches in order of time. */
export function dated<L extends DatedLink>(branchings: readonly Branching<L>[]): readonly DatedBranching<L>[] {
  return branchings
    .flatMap((each) => {
      const branches = [...each.branches].sort(
        (a, b) => a.first.wall - b.first.wall || (a.first.id < b.first.id ? -1 : 1),
      );
      const [earliest] = branches;
      return earliest ? [{ ...each, since: earliest.first.wall, branches }] : [];
    })
    .sort((a, b) => a.since - b.since);
}

/**
 * Where an entry grows from: another one, or nothing at all, from which a device begins each channel once. Nobody makes
 * another device branch by naming its entries.
 */
export function pointOf(stream: StreamId, prev: EntryId | null): string {
  return `${deviceOf(stream)} ${prev ?? channelOf(stream)}`;
}

function grownFrom<L extends Link>(first: L, next: ReadonlyMap<string, readonly L[]>): number {
  let count = 0;
  const waiting: L[] = [first];
  for (let link = waiting.pop(); link; link = waiting.pop()) {
    count++;
    waiting.push(...(next.get(pointOf(link.stream, link.id)) ?? []));
  }
  return count;
}
