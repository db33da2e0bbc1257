import { type PaperId, paperId, type RoomId, roomId, type SittingId, sittingId } from '../../shared/kernel/ids';

/** A fresh identifier that reads like what it names: `salle-B12-4f21ac90`. `chance` is a fresh UUID. */
function named(prefix: string, label: string, chance: string): string {
  const plain = label.normalize('NFD').replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40);
  return [prefix, plain, chance.slice(0, 8)].filter((part) => part !== '').join('-');
}

export function newRoomId(name: string, chance: string): RoomId {
  return roomId.of(named('salle', name, chance));
}

export function newPaperId(diploma: string, code: string, chance: string): PaperId {
  return paperId.of(named(diploma, code, chance));
}

export function newSittingId(day: string, start: string, chance: string): SittingId {
  return sittingId.of(named(day, start, chance));
}
