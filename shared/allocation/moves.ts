import type { Room, Seat } from '../exam/rooms/kinds';
import type { CandidateId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import type { Assignment, Placeable } from './request';
import { isUsable, tableKey } from './tables';

export interface MoveRequest {
  readonly candidate: Placeable;
  readonly to: Seat;
  readonly rooms: readonly Room[];
  readonly seated: readonly (Assignment & { readonly who: Placeable })[];
  /** Tables somebody off the list sits at. */
  readonly taken: readonly Seat[];
}

export type MoveFault =
  | { readonly kind: 'room-unknown' | 'table-off' | 'same-seat' | 'taken-off-the-list' }
  | { readonly kind: 'nowhere-to-swap'; readonly with: CandidateId };

export interface Move {
  /** The seats to assign: one, or two when the table's occupant takes the mover's place. */
  readonly seats: readonly Assignment[];
  /** Candidates who would sit in a room of the other kind: extra time among the others, or the reverse. */
  readonly outOfPlace: readonly CandidateId[];
}

/**
 * What moving a candidate to a table means: a free table takes them, an occupied one swaps the two. Refused when the
 * table cannot be used, or when its occupant would have nowhere to go.
 */
export function moveTo(request: MoveRequest): Result<Move, MoveFault> {
  const { candidate, to, rooms, seated } = request;
  const room = rooms.find(({ id }) => id === to.room);
  if (!room) return err({ kind: 'room-unknown' });
  if (!isUsable(room, to.table)) return err({ kind: 'table-off' });
  const target = tableKey(to);
  if (request.taken.some((seat) => tableKey(seat) === target)) return err({ kind: 'taken-off-the-list' });
  const from = seated.find((each) => each.candidate === candidate.id);
  if (from && tableKey(from.seat) === target) return err({ kind: 'same-seat' });
  const occupant = seated.find((each) => tableKey(each.seat) === target);
  if (occupant && !from) return err({ kind: 'nowhere-to-swap', with: occupant.candidate });
  const seats: Assignment[] = [{ candidate: candidate.id, seat: to }];
  if (occupant && from) seats.push({ candidate: occupant.candidate, seat: from.seat });
  const apart = new Map([...seated.map(({ who }) => who), candidate].map((each) => [each.id, each.apart]));
  const flagged = new Map(rooms.map(({ id, extraTime }) => [id, extraTime]));
  const anyFlagged = rooms.some(({ extraTime }) => extraTime);
  const outOfPlace = anyFlagged
    ? seats.filter((each) => apart.get(each.candidate) !== flagged.get(each.seat.room))
    : [];
  return ok({ seats, outOfPlace: outOfPlace.map((each) => each.candidate) });
}
