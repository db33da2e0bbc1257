import type { CommandOf } from '../../../shared/exam/catalogue';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { Seat } from '../../../shared/exam/rooms/kinds';
import type { CandidateId, RoomId } from '../../../shared/kernel/ids';
import { type DayPlacement, hasExtraTime, isUsable, type RoomPlan } from './dayPlacement';

export type Target = { readonly kind: 'table'; readonly seat: Seat } | { readonly kind: 'nowhere' };

/** What a move does to a day's seats; `swapped` names who gave their table up and took the mover's. */
export type Move =
  | { readonly kind: 'seated'; readonly candidate: Candidate; readonly seat: Seat }
  | { readonly kind: 'swapped'; readonly candidate: Candidate; readonly seat: Seat; readonly other: Candidate; readonly otherSeat: Seat }
  | { readonly kind: 'unseated'; readonly candidate: Candidate };

export type NoMove = { readonly kind: 'sameSeat' | 'tableOff' | 'unknownRoom' } | { readonly kind: 'taken'; readonly by: Candidate };

/**
 * What moving a candidate to a target means: a seat, an exchange with who sits there, or no seat. One candidate per
 * table: someone without a table never takes an occupied one.
 */
export function moveTo(placement: DayPlacement, candidate: Candidate, target: Target): Move | NoMove {
  const from = placement.seats.get(candidate.id) ?? null;
  if (target.kind === 'nowhere') return from ? { kind: 'unseated', candidate } : { kind: 'sameSeat' };
  const { seat } = target;
  if (from && from.room === seat.room && from.table === seat.table) return { kind: 'sameSeat' };
  const plan = planOf(placement, seat.room);
  if (!plan) return { kind: 'unknownRoom' };
  if (!isUsable(plan.room, seat.table)) return { kind: 'tableOff' };
  const other = plan.tables.get(seat.table);
  if (!other) return { kind: 'seated', candidate, seat };
  return from ? { kind: 'swapped', candidate, seat, other, otherSeat: from } : { kind: 'taken', by: other };
}

export function isMove(move: Move | NoMove): move is Move {
  return move.kind === 'seated' || move.kind === 'swapped' || move.kind === 'unseated';
}

type Assignment = CommandOf<'seats.assigned'>['data']['seats'][number];

/** The entry that carries a move out. */
export function commandOf(placement: DayPlacement, move: Move): CommandOf<'seats.assigned'> {
  const seats: Assignment[] = [{ candidate: move.candidate.id, seat: move.kind === 'unseated' ? null : move.seat }];
  if (move.kind === 'swapped') seats.push({ candidate: move.other.id, seat: move.otherSeat });
  return { kind: 'seats.assigned', about: { day: placement.day }, data: { seats } };
}

/** Entries that give these candidates back the seats they have in `placement`: the undo of whatever came after. */
export function backTo(placement: DayPlacement, candidates: readonly CandidateId[]): readonly CommandOf<'seats.assigned'>[] {
  return assignments(
    placement,
    candidates.map((candidate) => ({ candidate, seat: placement.seats.get(candidate) ?? null })),
  );
}

/** Seats of one day as entries of at most 400. */
export function assignments(
  placement: Pick<DayPlacement, 'day'>,
  seats: readonly Assignment[],
): readonly CommandOf<'seats.assigned'>[] {
  const entries: CommandOf<'seats.assigned'>[] = [];
  for (let from = 0; from < seats.length; from += 400) {
    entries.push({
      kind: 'seats.assigned',
      about: { day: placement.day },
      data: { seats: seats.slice(from, from + 400) },
    });
  }
  return entries;
}

export function planOf(placement: DayPlacement, room: RoomId): RoomPlan | null {
  return placement.rooms.find((each) => each.room.id === room) ?? null;
}

/** The first free table of a room, counted from the board; null when it is full. */
export function firstFreeTable(plan: RoomPlan): number | null {
  for (let table = 1; table <= plan.room.rows * plan.room.columns; table += 1) {
    if (isUsable(plan.room, table) && !plan.tables.has(table)) return table;
  }
  return null;
}

/**
 * A table for someone who comes late to the list, without moving anyone: in a room of their kind (extra time or not)
 * where their speciality already sits, else the emptiest of that kind. Null when no such room has a free table.
 */
export function seatWithoutMoving(placement: DayPlacement, candidate: Candidate): Seat | null {
  const extraTime = hasExtraTime(candidate.accommodations);
  const open = placement.rooms
    .filter((plan) => plan.room.extraTime === extraTime)
    .map((plan) => ({ plan, table: firstFreeTable(plan), kin: kinIn(plan, candidate) }))
    .filter((each): each is typeof each & { table: number } => each.table !== null)
    .sort((a, b) => b.kin - a.kin);
  const best = open[0];
  return best ? { room: best.plan.room.id, table: best.table } : null;
}

function kinIn(plan: RoomPlan, candidate: Candidate): number {
  return [...plan.tables.values()].filter((each) => each.speciality === candidate.speciality).length;
}
