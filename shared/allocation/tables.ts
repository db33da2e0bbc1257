import type { Room, Seat } from '../exam/rooms/kinds';

/** A room with its tables that are still to be given, in order. */
export interface FreeTables {
  readonly room: Room;
  readonly tables: readonly number[];
}

/** The tables of a room that can be used, numbered row by row from the board. */
export function usableTables(room: Room): number[] {
  const off = new Set(room.off);
  const tables: number[] = [];
  for (let table = 1; table <= room.rows * room.columns; table++) if (!off.has(table)) tables.push(table);
  return tables;
}

export function isUsable(room: Room, table: number): boolean {
  return table >= 1 && table <= room.rows * room.columns && !room.off.includes(table);
}

/** One text per table of the centre, to look it up by. */
export function tableKey(seat: Seat): string {
  return `${seat.room}|${seat.table}`;
}

/** What is left of each room once these tables are taken. */
export function freeTables(rooms: readonly Room[], taken: ReadonlySet<string>): FreeTables[] {
  return rooms.map((room) => ({
    room,
    tables: usableTables(room).filter((table) => !taken.has(tableKey({ room: room.id, table }))),
  }));
}
