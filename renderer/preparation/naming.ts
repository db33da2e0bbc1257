import { toHex } from '../../shared/kernel/bytes';
import {
  type CandidateId,
  candidateId,
  type PaperId,
  type PersonId,
  paperId,
  personId,
  type RoomId,
  roomId,
  type SittingId,
  sittingId,
} from '../../shared/kernel/ids';
import type { Random } from '../../shared/kernel/ports';

/** A fresh identifier that reads like what it names: `salle-B12-4f21ac90`. */
function named(random: Random, ...words: readonly string[]): string {
  const plain = words.map((word) =>
    word
      .normalize('NFD')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 30),
  );
  return [...plain, toHex(random.bytes(4))].filter((part) => part !== '').join('-');
}

export function newRoomId(name: string, random: Random): RoomId {
  return roomId.of(named(random, 'salle', name));
}

export function newPaperId(diploma: string, code: string, random: Random): PaperId {
  return paperId.of(named(random, diploma, code));
}

export function newSittingId(day: string, start: string, random: Random): SittingId {
  return sittingId.of(named(random, day, start));
}

export function newPersonId(familyName: string, random: Random): PersonId {
  return personId.of(named(random, familyName));
}

/** For a candidate typed in without a number of the national system. */
export function newCandidateId(random: Random): CandidateId {
  return candidateId.of(named(random, 'AJ'));
}
