import type { Room } from '../exam/rooms/kinds';
import type { CandidateId, RoomId } from '../kernel/ids';
import { byCode, byName, byRoomName } from './order';
import { pack } from './packing';
import type { Allocation, AllocationRequest, Assignment, Placeable, Released, Unplaced } from './request';
import { type FreeTables, freeTables, isUsable, tableKey } from './tables';

/**
 * Gives every candidate a table for the day: one candidate per table, none on a table off, those with extra time
 * in rooms of their own, specialities together, in French order of name inside a speciality. Two tables a room stay free
 * as long as everyone fits. Seats to be kept are kept unless their table is gone or taken. Who has no table is returned with the reason. Pure and deterministic.
 */
export function allocate(request: AllocationRequest): Allocation {
  const rooms = [...request.rooms].sort(byRoomName);
  const { kept, released } = keepSeats(request);
  const taken = new Set([...request.taken.map(tableKey), ...[...kept.values()].map(({ seat }) => tableKey(seat))]);
  const waiting = request.candidates.filter(({ id }) => !kept.has(id));
  const chosen = roomsApart(rooms, request.candidates, kept, taken);
  const apart = new Set(chosen.rooms);
  const unplaced: { candidate: CandidateId; why: Unplaced }[] = [];
  const seats = [...kept.values()];
  for (const side of [true, false]) {
    const own = freeTables(
      rooms.filter(({ id }) => apart.has(id) === side),
      taken,
    );
    const full = rooms.length === 0 ? 'no-room' : side ? 'no-extra-time-table-left' : 'no-table-left';
    const groups = groupsOf(waiting.filter((each) => each.apart === side));
    const roomy = seatGroups(groups, own.map(allButSpare));
    const placed = roomy.left.length === 0 ? roomy : seatGroups(groups, own);
    seats.push(...placed.seats);
    unplaced.push(...placed.left.map((candidate) => ({ candidate, why: full }) as const));
  }
  const rank = new Map(rooms.map(({ id }, at) => [id, at]));
  seats.sort((a, b) => (rank.get(a.seat.room) ?? 0) - (rank.get(b.seat.room) ?? 0) || a.seat.table - b.seat.table);
  return { seats, unplaced, released, extraTimeRooms: chosen };
}

function keepSeats({ kept, candidates, rooms, taken }: AllocationRequest) {
  const expected = new Set(candidates.map(({ id }) => id));
  const roomById = new Map(rooms.map((room) => [room.id, room]));
  const tables = new Set(taken.map(tableKey));
  const held = new Map<CandidateId, Assignment>();
  const released: { candidate: CandidateId; why: Released }[] = [];
  for (const each of [...kept].sort((a, b) => byCode(a.candidate, b.candidate))) {
    if (!expected.has(each.candidate) || held.has(each.candidate)) continue;
    const why = whyReleased(each, roomById.get(each.seat.room), tables);
    if (why) {
      released.push({ candidate: each.candidate, why });
      continue;
    }
    tables.add(tableKey(each.seat));
    held.set(each.candidate, each);
  }
  return { kept: held, released: released.filter(({ candidate }) => !held.has(candidate)) };
}

function whyReleased({ seat }: Assignment, room: Room | undefined, taken: ReadonlySet<string>): Released | null {
  if (!room) return 'room-removed';
  if (!isUsable(room, seat.table)) return 'table-off';
  return taken.has(tableKey(seat)) ? 'table-taken' : null;
}

/**
 * The rooms of those who sit apart: the flagged ones, or, when none is, rooms where only such candidates sit already
 * and then the smallest that suffice.
 */
function roomsApart(
  rooms: readonly Room[],
  candidates: readonly Placeable[],
  kept: ReadonlyMap<CandidateId, Assignment>,
  taken: ReadonlySet<string>,
): Allocation['extraTimeRooms'] {
  const flagged = rooms.filter(({ extraTime }) => extraTime).map(({ id }) => id);
  if (flagged.length > 0) return { rooms: flagged, from: 'flagged' };
  const byId = new Map(candidates.map((each) => [each.id, each]));
  const company = new Map<RoomId, Set<boolean>>();
  for (const { candidate, seat } of kept.values()) {
    const sides = company.get(seat.room) ?? new Set();
    company.set(seat.room, sides.add(byId.get(candidate)?.apart ?? false));
  }
  const free = new Map(freeTables(rooms, taken).map(({ room, tables }) => [room.id, tables.length]));
  const left = (room: Room) => free.get(room.id) ?? 0;
  let waiting = candidates.filter((each) => each.apart && !kept.has(each.id)).length;
  const chosen = new Set<RoomId>();
  const choose = (room: Room) => {
    chosen.add(room.id);
    waiting -= left(room);
  };
  for (const room of rooms) {
    const sides = company.get(room.id);
    if (sides?.has(true) && !sides.has(false)) choose(room);
  }
  const empty = rooms.filter(({ id }) => !company.has(id)).sort((a, b) => left(a) - left(b));
  while (waiting > 0 && empty.length > 0) {
    const enough = empty.findIndex((room) => left(room) >= waiting);
    for (const room of empty.splice(enough < 0 ? empty.length - 1 : enough, 1)) choose(room);
  }
  return { rooms: rooms.filter(({ id }) => chosen.has(id)).map(({ id }) => id), from: 'chosen' };
}

/** Tables left free in each room as long as everyone fits: for someone off the list or a table that breaks. */
const SPARE_TABLES = 2;

function allButSpare({ room, tables }: FreeTables): FreeTables {
  return { room, tables: tables.slice(0, Math.max(0, tables.length - SPARE_TABLES)) };
}

interface Group {
  readonly members: readonly Placeable[];
}

/** One group per speciality, in order of diploma and code, each in order of name. */
function groupsOf(candidates: readonly Placeable[]): Group[] {
  const groups = new Map<string, Placeable[]>();
  for (const each of candidates) {
    const key = `${each.diploma}|${each.speciality}`;
    const members = groups.get(key);
    if (members) members.push(each);
    else groups.set(key, [each]);
  }
  return [...groups]
    .sort(([one], [other]) => byCode(one, other))
    .map(([, members]) => ({ members: members.sort(byName) }));
}

function seatGroups(groups: readonly Group[], rooms: readonly FreeTables[]) {
  const seats: Assignment[] = [];
  const left: CandidateId[] = [];
  const used = new Map<RoomId, number>();
  for (const { group, rooms: shares } of pack(groups, rooms)) {
    const members = group.members.values();
    for (const { room, count } of shares) {
      const from = used.get(room.room.id) ?? 0;
      used.set(room.room.id, from + count);
      for (const table of room.tables.slice(from, from + count)) {
        const next = members.next();
        if (!next.done) seats.push({ candidate: next.value.id, seat: { room: room.room.id, table } });
      }
    }
    left.push(...[...members].map(({ id }) => id));
  }
  return { seats, left };
}
