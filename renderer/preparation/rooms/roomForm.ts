import { z } from 'zod';
import { foldText } from '../../../shared/exam/people/names';
import type { Room } from '../../../shared/exam/rooms/kinds';
import type { RoomId } from '../../../shared/kernel/ids';
import { roomsText } from '../../text/rooms';
import { typedInteger } from '../typedInteger';

const { faults } = roomsText;
const size = typedInteger(1, 40, faults.size);

/** What a person types about a room; `taken` are the other rooms' names. */
export function roomForm(taken: readonly string[]) {
  const names = new Set(taken.map(foldText));
  return z
    .object({
      name: z.string().trim().min(1, faults.name).max(40, faults.nameLong),
      building: z.string().trim().max(60, faults.buildingLong),
      rows: size,
      columns: size,
      off: z.array(z.int()),
      extraTime: z.boolean(),
    })
    .refine((room) => !names.has(foldText(room.name)), { path: ['name'], message: faults.nameTaken })
    .refine((room) => tablesLeft(room) > 0, { path: ['columns'], message: faults.allOff });
}

export type RoomTyped = z.output<ReturnType<typeof roomForm>>;
export type RoomTyping = z.input<ReturnType<typeof roomForm>>;

export function typingOf(room: Room | null): RoomTyping {
  if (!room) return { name: '', building: '', rows: 5, columns: 5, off: [], extraTime: false };
  const { name, building, rows, columns, off, extraTime } = room;
  return { name, building: building ?? '', rows, columns, off: [...off], extraTime };
}

/** The room as it is published: tables beyond its size are forgotten. */
export function roomOf(id: RoomId, typed: RoomTyped): Room {
  const tables = typed.rows * typed.columns;
  const off = [...new Set(typed.off)].filter((table) => table <= tables).sort((a, b) => a - b);
  return { ...typed, id, off, building: typed.building === '' ? null : typed.building };
}

/** Number of tables that can be used, of a room as it is typed. */
export function tablesLeft({ rows, columns, off }: Pick<Room, 'rows' | 'columns' | 'off'>): number {
  return rows * columns - new Set(off.filter((table) => table <= rows * columns)).size;
}
