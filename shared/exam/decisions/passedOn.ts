import type { CandidateId, EntryId, PaperId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { CentreState } from '../state';
import { decidedBy } from './decided';
import type { Matter } from './matters';
import { sightingsOf } from './sightings';

/** A decision of which a room passed on to the candidates what was to be said. */
export interface PassedOn {
  readonly entry: EntryId;
  /** Never empty. */
  readonly matters: readonly Matter[];
  /** What they were told is that it does not count any more. */
  readonly takenBack: boolean;
  readonly at: Instant;
  readonly by: PersonId;
  /** What became of it since. */
  readonly since: 'nothing' | 'replaced' | 'withdrawn';
}

/** What was passed on in a room at a sitting, the earliest first. */
export function passedOnIn(state: CentreState, sitting: SittingId, room: RoomId): readonly PassedOn[] {
  return [...sightingsOf(state, sitting, room)]
    .filter(([, { aloud }]) => aloud)
    .flatMap(([entry, { at, person }]) => {
      const undone = undoneBy(state, entry);
      const here = decidedBy(state, undone ?? entry).filter((each) => each.sitting === sitting && each.room === room);
      if (here.length === 0) return [];
      const matters = here.map(({ matter }) => matter);
      const replaced = undone === null && !here.some(({ stands }) => stands);
      const since = state.withdrawn.has(entry) ? 'withdrawn' : replaced ? 'replaced' : 'nothing';
      return { entry, matters, takenBack: undone !== null, at, by: person, since } as const;
    })
    .sort((a, b) => a.at - b.at || (a.entry < b.entry ? -1 : 1));
}

/** The decision that an entry takes back; null for one that takes nothing back. */
function undoneBy(state: CentreState, entry: EntryId): EntryId | null {
  for (const [undone, { by }] of state.withdrawn) if (by === entry) return undone;
  return null;
}

/** The candidate a matter is about; null where it is about all, or about something else. */
export function candidateOfMatter(matter: Matter): CandidateId | null {
  return 'candidate' in matter ? matter.candidate : null;
}

/** The paper a matter is about; null where it is about none in particular. */
export function paperOfMatter(matter: Matter): PaperId | null {
  return 'paper' in matter ? matter.paper : null;
}
