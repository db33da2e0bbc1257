import { placeable } from '../../../shared/allocation/day';
import { seatLate } from '../../../shared/allocation/late';
import type { Assignment, Placeable, Unplaced } from '../../../shared/allocation/request';
import type { CommandOf } from '../../../shared/exam/catalogue';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { Seat } from '../../../shared/exam/rooms/kinds';
import type { CandidateId, RoomId } from '../../../shared/kernel/ids';
import type { DayPlacement, RoomPlan } from './dayPlacement';

type Seated = Assignment & { readonly who: Placeable };
export type SeatsCommand = CommandOf<'seats.assigned'>;

/** Those among the candidates who have a table, in the form the allocation asks for. */
export function seatedAmong(placement: DayPlacement, candidates: Iterable<CandidateId>): readonly Seated[] {
  return [...candidates].flatMap((candidate) => {
    const seat = placement.seats.get(candidate);
    const who = placement.expected.get(candidate);
    return seat && who ? [{ candidate, seat, who: placeable(who) }] : [];
  });
}

/** Seats of one day as entries of at most 400; a null seat takes the table away. */
export function seatsCommands(
  day: DayPlacement['day'],
  seats: readonly { readonly candidate: CandidateId; readonly seat: Seat | null }[],
): readonly SeatsCommand[] {
  const entries: SeatsCommand[] = [];
  for (let from = 0; from < seats.length; from += 400) {
    entries.push({ kind: 'seats.assigned', about: { day }, data: { seats: seats.slice(from, from + 400) } });
  }
  return entries;
}

/** What gives these candidates back the seats they have in `placement`: the undo of whatever comes after. */
export function backTo(placement: DayPlacement, candidates: readonly CandidateId[]): readonly SeatsCommand[] {
  return seatsCommands(
    placement.day,
    candidates.map((candidate) => ({ candidate, seat: placement.seats.get(candidate) ?? null })),
  );
}

/** Tables for candidates who come late to the list, one after the other, with nobody moved. */
export function seatWithoutMoving(
  placement: DayPlacement,
  candidates: readonly Candidate[],
  taken: readonly Seat[],
): { readonly seats: readonly Assignment[]; readonly left: readonly { candidate: Candidate; why: Unplaced }[] } {
  const rooms = placement.rooms.map((plan) => plan.room);
  const seated = [...seatedAmong(placement, placement.seats.keys())];
  const seats: Assignment[] = [];
  const left: { candidate: Candidate; why: Unplaced }[] = [];
  for (const candidate of candidates) {
    const who = placeable(candidate);
    const found = seatLate({ candidate: who, rooms, seated, taken });
    if (found.ok) {
      seats.push({ candidate: candidate.id, seat: found.value });
      seated.push({ candidate: candidate.id, seat: found.value, who });
    } else left.push({ candidate, why: found.error });
  }
  return { seats, left };
}

export function planOf(placement: DayPlacement, room: RoomId): RoomPlan | null {
  return placement.rooms.find((each) => each.room.id === room) ?? null;
}
