import type { EntryId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { heads } from '../../kernel/register';
import type { CentreState } from '../state';

/** Who in a room was the first to see a decision, when, and whether they passed on what was to be said. */
export interface Sighting {
  readonly person: PersonId;
  readonly at: Instant;
  readonly aloud: boolean;
}

/** What a room has seen at a sitting, by the entry that decides or takes back. */
export function sightingsOf(state: CentreState, sitting: SittingId, room: RoomId): ReadonlyMap<EntryId, Sighting> {
  const found = new Map<EntryId, Sighting>();
  for (const register of state.shelves.get('decisionsSeen')?.get(sitting)?.values() ?? []) {
    for (const { value } of heads(register, state.withdrawn)) {
      if (value.room !== room) continue;
      const { entry, person, at, aloud } = value;
      const known = found.get(entry);
      if (!known || at < known.at || (at === known.at && person < known.person))
        found.set(entry, { person, at, aloud });
    }
  }
  return found;
}
