import { dayCandidates } from '../../../shared/allocation/day';
import { byName, byRoomName } from '../../../shared/allocation/order';
import { isUsable, usableTables } from '../../../shared/allocation/tables';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { isRoomContested, roomNameOf } from '../../../shared/exam/rooms/contested';
import type { Room, Seat } from '../../../shared/exam/rooms/kinds';
import { type Aspect, type CentreState, facts, reading } from '../../../shared/exam/state';
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
  const { expected, rooms } = frameOf(state, day);
  const tables = new Map(rooms.map(({ room }) => [room.id, { room, taken: new Map<number, Candidate>() }]));
  const seats = new Map<CandidateId, Seat>();
  const unplaced: Unplaced[] = [];
  for (const candidate of expected.values()) {
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
    expected,
    rooms: rooms.map(({ room, usable }) => ({ room, usable, tables: tables.get(room.id)?.taken ?? new Map() })),
    unplaced,
    seats,
  };
}

/** What a day's placement starts from, whoever sits where. */
interface Frame {
  /** In French order of name. */
  readonly expected: ReadonlyMap<CandidateId, Candidate>;
  readonly rooms: readonly { readonly room: Room; readonly usable: number }[];
}

interface Drawn {
  readonly sources: readonly unknown[];
  readonly frame: Frame;
}

const frames = new WeakMap<object, Map<Day, Drawn>>();

/** Worked out once as long as lists, calendar, rooms and measures stay the same: a seat given changes none of them. */
function frameOf(state: CentreState, day: Day): Frame {
  const registrations = state.shelves.get('registrations')?.get('session');
  if (!registrations) return drawFrame(state, day);
  const sources = [
    ...(['sittings', 'papers', 'rooms', 'noticesShown'] as const).map((aspect) => sessionShelf(state, aspect)),
    state.withdrawn,
  ];
  const byDay = frames.get(registrations) ?? new Map<Day, Drawn>();
  frames.set(registrations, byDay);
  const known = byDay.get(day);
  if (known?.sources.every((source, at) => source === sources[at])) return known.frame;
  const frame = drawFrame(state, day);
  byDay.set(day, { sources, frame });
  return frame;
}

function sessionShelf(state: CentreState, aspect: Aspect): unknown {
  return state.shelves.get<Aspect>(aspect)?.get('session');
}

function drawFrame(state: CentreState, day: Day): Frame {
  const people = [...dayCandidates(state, day)].sort(byName);
  return {
    expected: new Map(people.map((candidate) => [candidate.id, candidate])),
    rooms: roomsOf(state).map((room) => ({ room, usable: usableTables(room).length })),
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
