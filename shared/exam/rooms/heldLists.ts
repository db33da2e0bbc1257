import type { RoomId, SittingId } from '../../kernel/ids';
import { compareText } from '../people/names';
import { type CentreState, fact } from '../state';
import { roomNameOf } from './contested';
import { expectedAt } from './expected';
import { type Seated, seating } from './seating';
import { unheldSeats } from './unheldSeats';

/**
 * Whether this machine cannot say who sits in a room at a sitting: somebody is seated there that day whose particulars
 * it does not have, and its list is not held (`expectedAt`). A room's machine holds its own rooms only; before the lists
 * arrive, any machine is in this case.
 */
export function isListUnheld(state: CentreState, id: SittingId, room: RoomId): boolean {
  const sitting = fact(state, 'sittings', 'session', id);
  return sitting !== null && !expectedAt(state, id).has(room) && unheldSeats(state, sitting.day, room).length > 0;
}

/** The rooms of a sitting whose list this machine does not hold, in order of name. */
export function roomsUnheld(state: CentreState, id: SittingId): readonly RoomId[] {
  const sitting = fact(state, 'sittings', 'session', id);
  if (!sitting) return [];
  return [...seating(state, sitting.day).keys()]
    .filter((room) => isListUnheld(state, id, room))
    .sort((a, b) => compareText(roomNameOf(state, a), roomNameOf(state, b)));
}

/**
 * In a room whose list is held, those whose particulars are not and whose paper cannot be told from the room's: no roll
 * can have them before their particulars arrive.
 */
export function seatsWithoutPaper(state: CentreState, id: SittingId, room: RoomId): readonly Seated[] {
  const sitting = fact(state, 'sittings', 'session', id);
  const expected = expectedAt(state, id).get(room);
  if (!sitting || !expected) return [];
  const listed = new Set(expected.map((each) => each.id));
  return unheldSeats(state, sitting.day, room).filter(({ candidate }) => !listed.has(candidate));
}
