import { type RoomId, roomId } from '../../kernel/ids';
import type { Written } from '../../kernel/register';
import { type CentreState, fact, reading } from '../state';
import type { Room } from './kinds';

/** A room that two machines describe differently; null stands for its removal. None wins until one is chosen. */
export interface ContestedRoom {
  readonly id: RoomId;
  readonly versions: readonly Written<Room | null>[];
}

/** The rooms of which two descriptions stand, in order of id. */
export function contestedRooms(state: CentreState): readonly ContestedRoom[] {
  return [...(state.shelves.get('rooms')?.get('session')?.keys() ?? [])].sort().flatMap((key) => {
    const said = reading(state, 'rooms', 'session', key);
    const id = roomId.parse(key);
    return said.kind === 'contested' && id.ok ? [{ id: id.value, versions: said.versions }] : [];
  });
}

export function isRoomContested(state: CentreState, id: RoomId): boolean {
  return reading(state, 'rooms', 'session', id).kind === 'contested';
}

/** What a room is called: by its description, by the first of those that contest each other, else by its number. */
export function roomNameOf(state: CentreState, id: RoomId): string {
  const room = fact(state, 'rooms', 'session', id);
  if (room) return room.name;
  const said = reading(state, 'rooms', 'session', id);
  const described = said.kind === 'contested' ? said.versions.find(({ value }) => value !== null) : null;
  return described?.value?.name ?? id;
}
