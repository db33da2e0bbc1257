import { displayName } from '../../shared/exam/people/names';
import { startsAt, zoneOf } from '../../shared/exam/session/today';
import { type CentreState, fact } from '../../shared/exam/state';
import type { CandidateId, EntryId, PersonId, RoomId, SittingId } from '../../shared/kernel/ids';
import { instantOf } from '../../shared/kernel/instant';
import type { Names } from '../text/sentences/sentence';
import { dayText, hourText, shortDayText } from '../text/times';

/** How the state calls what entries speak of; what it does not know keeps its number. */
export function namesIn(state: CentreState, entrySentence: (id: EntryId) => string | null): Names {
  const zone = zoneOf(state);
  const noon = (day: Parameters<Names['day']>[0]) => instantOf(day, '12:00', zone);
  return {
    candidate: (id) => candidateName(state, id),
    person: (id) => personName(state, id),
    room: (id) => roomName(state, id),
    paper: (id) => fact(state, 'papers', 'session', id)?.title ?? id,
    sitting: (id) => sittingName(state, id),
    day: (day) => shortDayText(noon(day), zone),
    hour: (moment) => hourText(moment, zone),
    due: (moment) => `${dayText(moment, zone)} à ${hourText(moment, zone)}`,
    entry: entrySentence,
  };
}

export function candidateName(state: CentreState, id: CandidateId): string {
  const registration = fact(state, 'registrations', 'session', id);
  if (registration) return displayName(registration.candidate);
  for (const people of state.shelves.get('provisional')?.values() ?? []) {
    const said = people.get(id)?.[0];
    if (said) return displayName(said.value);
  }
  return id;
}

export function personName(state: CentreState, id: PersonId): string {
  const person = fact(state, 'staff', 'session', id);
  return person ? displayName(person) : id;
}

export function roomName(state: CentreState, id: RoomId): string {
  return fact(state, 'rooms', 'session', id)?.name ?? id;
}

/** « mar. 17 juin, 09:00 ». */
export function sittingName(state: CentreState, id: SittingId): string {
  const sitting = fact(state, 'sittings', 'session', id);
  if (!sitting) return id;
  const zone = zoneOf(state);
  return `${shortDayText(startsAt(sitting, zone), zone)}, ${sitting.start}`;
}
