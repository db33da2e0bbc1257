import { dayCandidates } from '../../../shared/allocation/day';
import { byName, byRoomName } from '../../../shared/allocation/order';
import { isUsable, usableTables } from '../../../shared/allocation/tables';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { isRoomContested, roomNameOf } from '../../../shared/exam/rooms/contested';
import type { Room, Seat } from '../../../shared/exam/rooms/kinds';
import { type CentreState, facts, reading } from '../../../shared/exam/state';
import type { CandidateId, Day, RoomId } from '../../../shared/kernel/ids';

/** Why an expected candidate has no table today. */
export type WhyUnplaced =
  | { readonly kind: 'notPlaced' }
  | { readonly kind: 'roomGone' }
  /** Two machines describe the room differently; the seat stands once one description is chosen. */
  | { readonly kind: 'roomContested'; readonly name: string }
  | { readonly kind: 'tableUnusable'; readonly room: Room; readonly table: number }
  | { readonly kind: 'tableShared'; readonly room: Room; readonly table: number; readonly with: Candidate }
  | { readonly kind: 'contested' };

export interface Unplaced {
  readonly candidate: Candidate;
  readonly because: WhyUnplaced;
}

export interface RoomPlan {
  readonly room: Room;
  /** Tables that can be used. */
  readonly usable: number;
  /** Who sits where: table number to candidate. */
  readonly tables: ReadonlyMap<number, Candidate>;
}

/** Where everyone of a day sits, as the entries say. */
export interface DayPlacement {
  readonly day: Day;
  /** Those who sit a paper that day, measures shown since included. */
  readonly expected: ReadonlyMap<CandidateId, Candidate>;
  /** By building and name. */
  readonly rooms: readonly RoomPlan[];
  /** In French order of name; empty when everyone has a table. */
  readonly unplaced: readonly Unplaced[];
  readonly seats: ReadonlyMap<CandidateId, Seat>;
}

/** The days on which papers are sat, in order. */
export function examDays(state: CentreState): readonly Day[] {
  return [...new Set([...facts(state, 'sittings', 'session').values()].map((sitting) => sitting.day))].sort();
}

export function roomsOf(state: CentreState): readonly Room[] {
  return [...facts(state, 'rooms', 'session').values()].sort(byRoomName);
}

/** Everyone's place on a day, and why anyone has none. */
export function placementOn(state: CentreState, day: Day): DayPlacement {
  const order = nameOrder(state);
  const people = [...dayCandidates(state, day)].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const rooms = roomsOf(state);
  const tables = new Map(rooms.map((room) => [room.id, { room, taken: new Map<number, Candidate>() }]));
  const seats = new Map<CandidateId, Seat>();
  const unplaced: Unplaced[] = [];
  for (const candidate of people) {
    const seat = seatOf(state, day, candidate, tables);
    if ('kind' in seat) {
      unplaced.push({ candidate, because: seat });
      continue;
    }
    tables.get(seat.room)?.taken.set(seat.table, candidate);
    seats.set(candidate.id, seat);
  }
  return {
    day,
    expected: new Map(people.map((candidate) => [candidate.id, candidate])),
    rooms: [...tables.values()].map(({ room, taken }) => ({ room, usable: usableTables(room).length, tables: taken })),
    unplaced,
    seats,
  };
}

type Standing = ReadonlyMap<RoomId, { readonly room: Room; readonly taken: ReadonlyMap<number, Candidate> }>;

function seatOf(state: CentreState, day: Day, candidate: Candidate, standing: Standing): Seat | WhyUnplaced {
  const said = reading(state, 'seats', day, candidate.id);
  if (said.kind === 'contested') return { kind: 'contested' };
  if (said.kind === 'unknown' || said.value === null) return { kind: 'notPlaced' };
  const { table } = said.value;
  const here = standing.get(said.value.room);
  if (!here) {
    const { room } = said.value;
    return isRoomContested(state, room)
      ? { kind: 'roomContested', name: roomNameOf(state, room) }
      : { kind: 'roomGone' };
  }
  if (!isUsable(here.room, table)) return { kind: 'tableUnusable', room: here.room, table };
  const other = here.taken.get(table);
  return other ? { kind: 'tableShared', room: here.room, table, with: other } : said.value;
}

/** Each registered candidate's rank in French order of name, worked out once per list: the collation is slow. */
function nameOrder(state: CentreState): ReadonlyMap<CandidateId, number> {
  const shelf = state.shelves.get('registrations')?.get('session');
  const known = shelf && orders.get(shelf);
  if (known) return known;
  const people = [...facts(state, 'registrations', 'session').values()].map(({ candidate }) => candidate).sort(byName);
  const order = new Map(people.map(({ id }, rank) => [id, rank]));
  if (shelf) orders.set(shelf, order);
  return order;
}

const orders = new WeakMap<object, ReadonlyMap<CandidateId, number>>();
