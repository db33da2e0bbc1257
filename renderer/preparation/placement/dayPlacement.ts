import type { Paper, Sitting } from '../../../shared/exam/papers/kinds';
import { paperSatBy } from '../../../shared/exam/papers/entitled';
import type { Accommodation, Candidate } from '../../../shared/exam/people/kinds';
import type { Room, Seat } from '../../../shared/exam/rooms/kinds';
import { type CentreState, facts, reading } from '../../../shared/exam/state';
import { type CandidateId, type Day, day, type RoomId } from '../../../shared/kernel/ids';

/** A candidate who sits at least one paper on the day. */
export interface Expected {
  readonly candidate: Candidate;
  readonly papers: readonly Paper[];
}

/** Why an expected candidate has no table today. */
export type WhyUnplaced =
  | { readonly kind: 'notPlaced' }
  | { readonly kind: 'roomGone' }
  | { readonly kind: 'tableUnusable'; readonly room: Room; readonly table: number }
  | { readonly kind: 'tableShared'; readonly room: Room; readonly table: number; readonly with: Candidate }
  | { readonly kind: 'contested' };

export interface Unplaced {
  readonly candidate: Candidate;
  readonly because: WhyUnplaced;
}

export interface RoomPlan {
  readonly room: Room;
  /** Who sits where: table number to candidate. */
  readonly tables: ReadonlyMap<number, Candidate>;
}

/** Where everyone of a day sits, as the entries say. */
export interface DayPlacement {
  readonly day: Day;
  readonly expected: ReadonlyMap<CandidateId, Expected>;
  /** In French order of name. */
  readonly rooms: readonly RoomPlan[];
  /** In French order of name; empty when everyone has a table. */
  readonly unplaced: readonly Unplaced[];
  readonly seats: ReadonlyMap<CandidateId, Seat>;
}

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

export function byRoomName(a: Room, b: Room): number {
  return french.compare(a.name, b.name);
}

export function byName(a: Candidate, b: Candidate): number {
  return french.compare(a.usageName ?? a.familyName, b.usageName ?? b.familyName) || french.compare(a.givenNames, b.givenNames);
}

/** The days on which papers are sat, in order. */
export function examDays(state: CentreState): readonly Day[] {
  const days = new Set<Day>();
  for (const sitting of facts(state, 'sittings', 'session').values()) days.add(day.of(sitting.day));
  return [...days].sort();
}

/** Number of tables a person may sit at. */
export function capacity(room: Pick<Room, 'rows' | 'columns' | 'off'>): number {
  const tables = room.rows * room.columns;
  return tables - new Set(room.off.filter((table) => table <= tables)).size;
}

export function isUsable(room: Pick<Room, 'rows' | 'columns' | 'off'>, table: number): boolean {
  return table >= 1 && table <= room.rows * room.columns && !room.off.includes(table);
}

export function hasExtraTime(accommodations: readonly Accommodation[]): boolean {
  return accommodations.some((each) => each.kind === 'extraTime');
}

/** Who is expected on a day: candidates registered for a written or practical paper of one of its sittings. */
export function expectedOn(state: CentreState, on: Day): ReadonlyMap<CandidateId, Expected> {
  const sittings = [...facts(state, 'sittings', 'session').values()].filter((each) => each.day === on);
  const papersOf = new Map<string, readonly Paper[]>();
  const expected = new Map<CandidateId, Expected>();
  for (const registration of facts(state, 'registrations', 'session').values()) {
    if (registration.status !== 'registered') continue;
    const { candidate } = registration;
    const group = `${candidate.diploma}|${candidate.speciality}`;
    const papers = papersOf.get(group) ?? seatedPapers(state, sittings, candidate);
    papersOf.set(group, papers);
    if (papers.length > 0) expected.set(candidate.id, { candidate, papers });
  }
  return expected;
}

function seatedPapers(state: CentreState, sittings: readonly Sitting[], candidate: Candidate): readonly Paper[] {
  return sittings
    .map((sitting) => paperSatBy(state, sitting, candidate))
    .filter((paper) => paper !== null)
    .filter((paper) => paper.form !== 'oral');
}

export function roomsOf(state: CentreState): readonly Room[] {
  return [...facts(state, 'rooms', 'session').values()].sort(byRoomName);
}

/** Everyone's place on a day, and why anyone has none. */
export function placementOn(state: CentreState, on: Day): DayPlacement {
  const expected = expectedOn(state, on);
  const rooms = roomsOf(state);
  const roomById = new Map<RoomId, Room>(rooms.map((room) => [room.id, room]));
  const tables = new Map<RoomId, Map<number, Candidate>>(rooms.map((room) => [room.id, new Map()]));
  const seats = new Map<CandidateId, Seat>();
  const unplaced: Unplaced[] = [];
  const people = [...expected.values()].map((each) => each.candidate).sort(byName);
  for (const candidate of people) {
    const said = reading(state, 'seats', on, candidate.id);
    if (said.kind === 'contested') {
      unplaced.push({ candidate, because: { kind: 'contested' } });
      continue;
    }
    const seat = said.kind === 'unknown' ? null : said.value;
    const because = seat ? whyNot(seat, roomById.get(seat.room), tables.get(seat.room)) : { kind: 'notPlaced' as const };
    if (because || !seat) {
      unplaced.push({ candidate, because: because ?? { kind: 'notPlaced' } });
      continue;
    }
    tables.get(seat.room)?.set(seat.table, candidate);
    seats.set(candidate.id, seat);
  }
  const plans = rooms.map((room) => ({ room, tables: tables.get(room.id) ?? new Map<number, Candidate>() }));
  return { day: on, expected, rooms: plans, unplaced, seats };
}

function whyNot(seat: Seat, room: Room | undefined, taken: ReadonlyMap<number, Candidate> | undefined): WhyUnplaced | null {
  if (!room) return { kind: 'roomGone' };
  if (!isUsable(room, seat.table)) return { kind: 'tableUnusable', room, table: seat.table };
  const other = taken?.get(seat.table);
  return other ? { kind: 'tableShared', room, table: seat.table, with: other } : null;
}
