import type { Candidate } from '../exam/people/kinds';
import type { Room } from '../exam/rooms/kinds';

const french = new Intl.Collator('fr', { numeric: true });

type Named = Pick<Candidate, 'id' | 'familyName' | 'usageName' | 'givenNames'>;

/** French order of the name a candidate is called by, then of given names; the number settles homonyms. */
export function byName(one: Named, other: Named): number {
  return (
    french.compare(one.usageName ?? one.familyName, other.usageName ?? other.familyName) ||
    french.compare(one.givenNames, other.givenNames) ||
    byCode(one.id, other.id)
  );
}

/** Rooms as a person would list them: « Salle 9 » before « Salle 10 ». */
export function byRoomName(one: Room, other: Room): number {
  return (
    french.compare(one.building ?? '', other.building ?? '') ||
    french.compare(one.name, other.name) ||
    byCode(one.id, other.id)
  );
}

export function byCode(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
