import type { CandidateId, Day, RoomId } from '../../kernel/ids';
import { candidateId } from '../../kernel/ids';
import { type CentreState, facts } from '../state';

export interface Seated {
  readonly candidate: CandidateId;
  readonly table: number;
}

/** Who sits where on a day, room by room; two candidates given one table both stand in the list. */
export function seating(state: CentreState, day: Day): ReadonlyMap<RoomId, readonly Seated[]> {
  const shelf = state.shelves.get('seats')?.get(day);
  if (!shelf) return new Map();
  const known = seatingByShelf.get(shelf);
  if (known && known.withdrawn === state.withdrawn) return known.rooms;
  const rooms = new Map<RoomId, Seated[]>();
  for (const [key, seat] of facts(state, 'seats', day)) {
    const seats = rooms.get(seat.room) ?? [];
    if (seats.length === 0) rooms.set(seat.room, seats);
    seats.push({ candidate: candidateId.of(key), table: seat.table });
  }
  seatingByShelf.set(shelf, { withdrawn: state.withdrawn, rooms });
  return rooms;
}

export function seatsInRoom(state: CentreState, day: Day, room: RoomId): readonly Seated[] {
  return seating(state, day).get(room) ?? [];
}

/** Remembers the last answer per shelf: the same shelf and withdrawals always give the same seating. */
const seatingByShelf = new WeakMap<
  object,
  { withdrawn: CentreState['withdrawn']; rooms: ReadonlyMap<RoomId, readonly Seated[]> }
>();
