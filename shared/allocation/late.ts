import type { Room, Seat } from '../exam/rooms/kinds';
import type { RoomId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import { byRoomName } from './order';
import type { Assignment, Placeable, Unplaced } from './request';
import { type FreeTables, freeTables, tableKey } from './tables';

export interface LateRequest {
  readonly candidate: Placeable;
  readonly rooms: readonly Room[];
  /** Everyone who has a seat that day; none of them moves. */
  readonly seated: readonly (Assignment & { readonly who: Placeable })[];
  /** Tables somebody off the list sits at. */
  readonly taken: readonly Seat[];
}

/**
 * A table for one more candidate, with nobody moved: in a room of the kind they need, rather where their speciality
 * sits already, then where their diploma does, then where most tables are free.
 */
export function seatLate(request: LateRequest): Result<Seat, Unplaced> {
  const { candidate, rooms } = request;
  if (rooms.length === 0) return err('no-room');
  const others = request.seated.filter((each) => each.candidate !== candidate.id);
  const taken = new Set([...request.taken, ...others.map(({ seat }) => seat)].map(tableKey));
  const company = new Map<RoomId, Placeable[]>();
  for (const { seat, who } of others) company.set(seat.room, [...(company.get(seat.room) ?? []), who]);
  const flagged = rooms.some(({ extraTime }) => extraTime);
  const [best] = freeTables([...rooms].sort(byRoomName), taken)
    .filter(({ room, tables }) => tables.length > 0 && suits(room, company.get(room.id) ?? [], candidate, flagged))
    .map((free) => ({ free, merit: merit(free, company.get(free.room.id) ?? [], candidate) }))
    .sort((a, b) => b.merit - a.merit);
  const table = best?.free.tables[0];
  if (!best || table === undefined) return err(candidate.apart ? 'no-extra-time-table-left' : 'no-table-left');
  return ok({ room: best.free.room.id, table });
}

/** Whether a room is of the kind a candidate needs; where none is flagged, its company says what kind it is. */
function suits(room: Room, company: readonly Placeable[], candidate: Placeable, flagged: boolean): boolean {
  if (flagged) return room.extraTime === candidate.apart;
  return company.every(({ apart }) => apart === candidate.apart);
}

function merit({ tables }: FreeTables, company: readonly Placeable[], candidate: Placeable): number {
  const sameDiploma = company.filter(({ diploma }) => diploma === candidate.diploma);
  const sameSpeciality = sameDiploma.some(({ speciality }) => speciality === candidate.speciality);
  return (sameSpeciality ? 1e6 : sameDiploma.length > 0 ? 1e5 : 0) + tables.length;
}
