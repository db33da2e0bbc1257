import { isUsable } from '../../../shared/allocation/tables';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { seatsInRoom } from '../../../shared/exam/rooms/seating';
import type { CentreState } from '../../../shared/exam/state';
import type { RoomId } from '../../../shared/kernel/ids';
import { examDays } from '../placement/dayPlacement';

/** How many seats are given in a room, and on how many days: a room in use is not removed. */
export function seatsHeld(state: CentreState, room: RoomId): { readonly seats: number; readonly days: number } {
  const perDay = examDays(state).map((day) => seatsInRoom(state, day, room).length);
  return { seats: perDay.reduce((sum, count) => sum + count, 0), days: perDay.filter((count) => count > 0).length };
}

/** How many given seats a changed room no longer offers. */
export function seatsLost(state: CentreState, changed: Room): number {
  return examDays(state)
    .flatMap((day) => seatsInRoom(state, day, changed.id))
    .filter((seated) => !isUsable(changed, seated.table)).length;
}
