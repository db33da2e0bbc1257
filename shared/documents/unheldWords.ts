import { candidateByNumber } from '../exam/people/names';
import { roomsUnheld } from '../exam/rooms/heldLists';
import { unheldSeats } from '../exam/rooms/unheldSeats';
import { type CentreState, fact } from '../exam/state';
import type { RoomId, SittingId } from '../kernel/ids';
import { inRoom, roomName } from './facts';
import { enumerated, FIXED, NARROW } from './french';

/** Beside a number that stands for a name. */
export const identityUnheld = 'identité non arrivée sur ce poste';

/** What a page says of those in its rooms whom the machine that prints it knows by their number alone; none: nothing. */
export function unheldIn(
  state: CentreState,
  sitting: SittingId,
  rooms: readonly RoomId[],
): { readonly unheld?: readonly string[] } {
  const day = fact(state, 'sittings', 'session', sitting)?.day;
  const people = rooms.flatMap((room) => (day ? unheldSeats(state, day, room) : []));
  if (people.length === 0) return {};
  const named = people.map(({ candidate, table }) => `${candidateByNumber(candidate)} (table${FIXED}${table})`);
  return { unheld: [`Identité non arrivée sur le poste qui imprime${NARROW}: ${enumerated(named)}.`] };
}

/** What a list for the whole centre leaves out: the rooms whose list the machine that prints it does not hold. */
export function roomsLeftOut(state: CentreState, sitting: SittingId): readonly string[] {
  const rooms = roomsUnheld(state, sitting).map((room) => inRoom(roomName(state, room)));
  if (rooms.length === 0) return [];
  return [`Liste partielle${NARROW}: le poste qui imprime ne tient pas celle de ${enumerated(rooms)}.`];
}
