import type { CandidateId, Day, RoomId } from '../../kernel/ids';
import { candidateId, day } from '../../kernel/ids';
import { type Register, read, type Withdrawn } from '../../kernel/register';
import type { CentreState } from '../state';
import type { Seat } from './kinds';

export interface Seated {
  readonly candidate: CandidateId;
  readonly table: number;
}

/**
 * Who sits where on a day, room by room. Two candidates given one table both stand in the list, and someone given two
 * seats at once stands at both until one version is chosen.
 */
export function seating(state: CentreState, on: Day): ReadonlyMap<RoomId, readonly Seated[]> {
  const shelf = state.shelves.get('seats')?.get(on);
  if (!shelf) return new Map();
  const known = seatingByShelf.get(shelf);
  if (known && known.withdrawn === state.withdrawn) return known.rooms;
  const rooms = new Map<RoomId, Seated[]>();
  for (const [key, register] of shelf) {
    for (const seat of seatsSaid(register, state.withdrawn)) {
      const seats = rooms.get(seat.room) ?? [];
      if (seats.length === 0) rooms.set(seat.room, seats);
      seats.push({ candidate: candidateId.of(key), table: seat.table });
    }
  }
  seatingByShelf.set(shelf, { withdrawn: state.withdrawn, rooms });
  return rooms;
}

/** The days for which seats were given. */
export function seatedDays(state: CentreState): readonly Day[] {
  return [...(state.shelves.get('seats')?.keys() ?? [])].flatMap((key) => {
    const parsed = day.parse(key);
    return parsed.ok ? parsed.value : [];
  });
}

export function seatsInRoom(state: CentreState, on: Day, room: RoomId): readonly Seated[] {
  return seating(state, on).get(room) ?? [];
}

function seatsSaid(register: Register<Seat | null>, withdrawn: Withdrawn): readonly Seat[] {
  const said = read(register, withdrawn);
  if (said.kind === 'unknown') return [];
  const seats = said.kind === 'contested' ? said.versions.map((each) => each.value) : [said.value];
  return seats.filter((seat) => seat !== null);
}

/** Remembers the last answer per shelf: the same shelf and withdrawals always give the same seating. */
const seatingByShelf = new WeakMap<
  object,
  { withdrawn: CentreState['withdrawn']; rooms: ReadonlyMap<RoomId, readonly Seated[]> }
>();
