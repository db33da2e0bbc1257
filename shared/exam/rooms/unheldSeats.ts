import type { Day, RoomId } from '../../kernel/ids';
import { registrationOf } from '../people/registration';
import type { CentreState } from '../state';
import { type Seated, seating } from './seating';

/** Those seated in a room on a day whose particulars are not on this machine, in order of table. */
export function unheldSeats(state: CentreState, on: Day, room: RoomId): readonly Seated[] {
  return (seating(state, on).get(room) ?? [])
    .filter(({ candidate }) => !registrationOf(state, candidate))
    .sort((a, b) => a.table - b.table);
}

/**
 * Whether this machine holds the list of a room: the particulars of half of those seated there at least. Somebody of
 * ours who moved there does not make its list ours, and one who moved here leaves the list ours.
 */
export function isListHeld(state: CentreState, on: Day, room: RoomId): boolean {
  const seats = seating(state, on).get(room) ?? [];
  return unheldSeats(state, on, room).length * 2 <= seats.length;
}
