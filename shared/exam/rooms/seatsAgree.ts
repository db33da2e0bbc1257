import type { CandidateId, Day, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { CommandOf } from '../catalogue';
import type { Occasion } from '../guard';
import { paperSatBy } from '../papers/entitled';
import { registrationOf } from '../people/registration';
import { type Refusal, refusal } from '../refusal';
import { sittingsOfDay } from '../session/today';
import { type CentreState, fact } from '../state';
import { roomUnsettled, unknown } from './conditions';
import { expectedAt } from './expected';
import type { Seat } from './kinds';
import { seating } from './seating';
import { hasTable } from './tables';

/**
 * one candidate per table at each sitting, at tables that can be used, once all the seats of the batch are
 * given; nobody leaves or joins a room whose report is closed.
 */
export function seatsAgree({ about, data }: CommandOf<'seats.assigned'>, { state, batch }: Occasion): Refusal | null {
  const tables = occupancy(state, about.day, givenSeats(batch, about.day));
  const closed = closedRooms(state, about.day);
  for (const { candidate, seat } of data.seats) {
    if (!registrationOf(state, candidate)) return unknown('candidate');
    const refused = (seat && unusable(state, seat)) ?? closedOver(state, closed, candidate, seat);
    if (refused) return refused;
    const here = seat ? (tables.get(tableKey(seat)) ?? []) : [];
    const other = here.includes(candidate) ? here.find((each) => meets(state, about.day, candidate, each)) : undefined;
    if (seat && other) return refusal('R-009', { kind: 'table-taken', table: seat.table, by: other });
  }
  return null;
}

type Given = ReadonlyMap<CandidateId, Seat | null>;

/** The last seat that a batch gives each candidate on a day; null takes theirs away. */
function givenSeats(batch: Occasion['batch'], day: Day): Given {
  const given = new Map<CandidateId, Seat | null>();
  for (const each of batch) {
    if (each.kind !== 'seats.assigned' || each.about.day !== day) continue;
    for (const { candidate, seat } of each.data.seats) given.set(candidate, seat);
  }
  return given;
}

function tableKey(seat: Seat): string {
  return `${seat.room}|${seat.table}`;
}

/** Who sits at each table of the day once the batch is said. */
function occupancy(state: CentreState, day: Day, given: Given): ReadonlyMap<string, readonly CandidateId[]> {
  const tables = new Map<string, CandidateId[]>();
  const sit = (candidate: CandidateId, seat: Seat) => {
    const key = tableKey(seat);
    const others = tables.get(key);
    if (others) others.push(candidate);
    else tables.set(key, [candidate]);
  };
  for (const [room, seats] of seating(state, day)) {
    for (const { candidate, table } of seats) if (!given.has(candidate)) sit(candidate, { room, table });
  }
  for (const [candidate, seat] of given) if (seat) sit(candidate, seat);
  return tables;
}

function unusable(state: CentreState, seat: Seat): Refusal | null {
  const room = fact(state, 'rooms', 'session', seat.room);
  if (!room) return roomUnsettled(state, seat.room);
  return hasTable(room, seat.table) ? null : refusal('R-009', { kind: 'table-off', table: seat.table });
}

interface ClosedRoom {
  readonly sitting: SittingId;
  readonly room: RoomId;
  readonly closedAt: Instant;
  readonly tables: ReadonlyMap<CandidateId, number>;
}

function closedRooms(state: CentreState, day: Day): readonly ClosedRoom[] {
  return sittingsOfDay(state, day).flatMap(({ id }) =>
    [...(state.shelves.get('reports')?.has(id) ? expectedAt(state, id) : [])].flatMap(([room, expected]) => {
      const report = fact(state, 'reports', id, room);
      if (!report) return [];
      const tables = new Map(expected.map((each) => [each.id, each.table]));
      return { sitting: id, room, closedAt: report.at, tables };
    }),
  );
}

/** A closed report states who sat in its room and where. */
function closedOver(
  state: CentreState,
  closed: readonly ClosedRoom[],
  candidate: CandidateId,
  seat: Seat | null,
): Refusal | null {
  for (const { sitting, room, closedAt, tables } of closed) {
    const before = tables.get(candidate);
    const after = seat?.room === room ? seat.table : undefined;
    if (before === after || (before === undefined && !sits(state, sitting, candidate))) continue;
    return refusal('R-112', { kind: 'report-closed', closedAt });
  }
  return null;
}

/** Whether two candidates sit at one same sitting of the day. */
function meets(state: CentreState, day: Day, one: CandidateId, other: CandidateId): boolean {
  if (one === other) return false;
  return sittingsOfDay(state, day).some(({ id }) => sits(state, id, one) && sits(state, id, other));
}

function sits(state: CentreState, id: SittingId, candidate: CandidateId): boolean {
  const sitting = fact(state, 'sittings', 'session', id);
  const registration = registrationOf(state, candidate);
  return sitting !== null && registration !== null && paperSatBy(state, sitting, registration.candidate) !== null;
}
