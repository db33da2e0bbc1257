import { type Found, findCandidates } from '../../../shared/exam/rooms/find';
import type { CentreState } from '../../../shared/exam/state';
import type { RoomView } from '../room/roomView';

const tableNumber = /^\d{1,3}$/;

/** Whom a typed or scanned text means: a short number is a table of this room, anything else a number or a name. */
export function search(state: CentreState, view: RoomView, typed: string): readonly Found[] {
  const text = typed.trim();
  if (text === '') return [];
  if (tableNumber.test(text)) {
    const table = Number(text);
    const seated = view.roll.filter((line) => line.table === table);
    if (seated.length > 0) return seated.map((line) => foundHere(view, line));
  }
  return findCandidates(state, view.sitting.id, view.room.id, text);
}

function foundHere(view: RoomView, line: RoomView['roll'][number]): Found {
  return {
    candidate: line.id,
    unheld: line.unheld,
    familyName: line.familyName,
    givenNames: line.givenNames,
    table: line.table,
    room: view.room.id,
    roomName: view.room.name,
    here: true,
  };
}
