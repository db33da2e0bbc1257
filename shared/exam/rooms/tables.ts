import type { Room } from './kinds';

/** Whether a room has a table of that number that can be used. */
export function hasTable(room: Room, table: number): boolean {
  return table <= room.rows * room.columns && !room.off.includes(table);
}
