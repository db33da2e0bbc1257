import type { EntryId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { heads } from '../../kernel/register';
import { writtenBy } from '../staff/written';
import type { CentreState } from '../state';

/** Who in a room was the first to see a decision, when, and whether they passed on what was to be said. */
export interface Sighting {
  readonly person: PersonId;
  readonly at: Instant;
  readonly aloud: boolean;
}

/**
 * What a room has seen at a sitting, by the entry that decides or takes back. Who saw on a room's machine what was handed
 * to it saw what the lists said.
 */
export function sightingsOf(state: CentreState, sitting: SittingId, room: RoomId): ReadonlyMap<EntryId, Sighting> {
  const found = new Map<EntryId, Sighting>();
  for (const register of state.shelves.get('decisionsSeen')?.get(sitting)?.values() ?? []) {
    for (const { value } of heads(register, state.withdrawn)) {
      if (value.room !== room) continue;
      const { entry, person, at, aloud } = value;
      for (const each of [entry, ...handedBy(state, entry)]) {
        const known = found.get(each);
        if (!known || at < known.at || (at === known.at && person < known.person))
          found.set(each, { person, at, aloud });
      }
    }
  }
  return found;
}

/** The entries of the lists by which an entry handed candidates to a room's machine; none for any other entry. */
function handedBy(state: CentreState, entry: EntryId): readonly EntryId[] {
  return writtenBy(state, entry).flatMap(({ aspect, scope, key }) => {
    if (aspect !== 'handed') return [];
    const register = state.shelves.get('handed')?.get(scope)?.get(key) ?? [];
    return register.find(({ id }) => id === entry)?.value.versions ?? [];
  });
}
