import type { Room } from '../../exam/rooms/kinds';
import { roomId } from '../../kernel/ids';
import type { Chance } from './chance';
import type { Tier } from './tiers';

const perFloor = 10;

/** The centre's rooms: those kept for extra time last; in some of them a table or two cannot be used. */
export function roomsOf(tier: Tier, chance: Chance): Room[] {
  const ordinary = Array.from({ length: tier.rooms.count }, (_, at) => ({
    ...place(tier, at),
    rows: tier.rooms.rows,
    columns: tier.rooms.columns,
    off: brokenTables(tier.rooms.rows * tier.rooms.columns, chance),
    extraTime: false,
  }));
  const apart = Array.from({ length: tier.extraTimeRooms.count }, (_, at) => ({
    ...place(tier, tier.rooms.count + at),
    rows: tier.extraTimeRooms.rows,
    columns: tier.extraTimeRooms.columns,
    off: [],
    extraTime: true,
  }));
  return [...ordinary, ...apart];
}

function place(tier: Tier, at: number): Pick<Room, 'id' | 'name' | 'building'> {
  if (tier.halls) return { id: roomId.of(`H${at + 1}`), name: `Hall ${at + 1}`, building: 'Parc des expositions' };
  const building = 'ABCDEF'.charAt(Math.floor(at / (2 * perFloor)));
  const number = (1 + (Math.floor(at / perFloor) % 2)) * 100 + (at % perFloor) + 1;
  return {
    id: roomId.of(`${building}${number}`),
    name: `Salle ${building}${number}`,
    building: `Bâtiment ${building}`,
  };
}

function brokenTables(tables: number, chance: Chance): number[] {
  if (!chance.happens(0.25)) return [];
  return [...new Set([chance.between(1, tables), chance.between(1, tables)])].sort((a, b) => a - b);
}
