import type { FreeTables } from './tables';

/** Candidates who belong together, and how many of them each room receives. */
export interface Packed<Group> {
  readonly group: Group;
  /** Counts in the order of the rooms; a room that receives nobody is absent. */
  readonly rooms: readonly { readonly room: FreeTables; readonly count: number }[];
  /** Those no room could receive. */
  readonly left: number;
}

/**
 * Spreads groups over rooms: the largest group first, whole where it fits (in the fullest opened room, else the smallest
 * empty one), else over the largest rooms. Whoever can have a table has one. Deterministic.
 */
export function pack<Group extends { readonly members: readonly unknown[] }>(
  groups: readonly Group[],
  rooms: readonly FreeTables[],
): Packed<Group>[] {
  const free = rooms.map((room) => ({ room, left: room.tables.length, opened: false }));
  const largestFirst = groups
    .map((group, at) => ({ group, at }))
    .sort((a, b) => size(b.group) - size(a.group) || a.at - b.at);
  const packed: Packed<Group>[] = [];
  for (const { group, at } of largestFirst) {
    const given = new Map<FreeTables, number>();
    let waiting = size(group);
    while (waiting > 0) {
      const place = bestRoom(free, waiting);
      if (!place) break;
      const count = Math.min(place.left, waiting);
      place.left -= count;
      place.opened = true;
      waiting -= count;
      given.set(place.room, count);
    }
    const counts = rooms.flatMap((room) => {
      const count = given.get(room);
      return count === undefined ? [] : [{ room, count }];
    });
    packed[at] = { group, rooms: counts, left: waiting };
  }
  return packed;
}

interface Place {
  readonly room: FreeTables;
  left: number;
  opened: boolean;
}

function bestRoom(places: readonly Place[], waiting: number): Place | null {
  const open = places.filter(({ left }) => left > 0);
  const whole = open.filter(({ left }) => left >= waiting);
  const opened = whole.filter((place) => place.opened);
  if (opened.length > 0) return least(opened, (place) => place.left);
  if (whole.length > 0) return least(whole, (place) => place.left);
  return least(open, (place) => -place.left);
}

/** The first of those with the smallest measure. */
function least<T>(items: readonly T[], measure: (item: T) => number): T | null {
  return items.reduce<T | null>((best, item) => (best !== null && measure(best) <= measure(item) ? best : item), null);
}

function size(group: { readonly members: readonly unknown[] }): number {
  return group.members.length;
}
