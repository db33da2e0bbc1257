import { messageOf } from '../../shared/exam/messages/messages';
import { candidateByNumber, displayName } from '../../shared/exam/people/names';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import { startsAt, zoneOf } from '../../shared/exam/session/today';
import { type CentreState, fact, type Values } from '../../shared/exam/state';
import type { CandidateId, EntryId, PaperId, PersonId, RoomId, SittingId } from '../../shared/kernel/ids';
import { instantOf } from '../../shared/kernel/instant';
import { heads, type Register } from '../../shared/kernel/register';
import { diplomaText } from '../text/diplomas';
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
    paper: (id) => paperName(state, id),
    sitting: (id) => sittingName(state, id),
    day: (day) => shortDayText(noon(day), zone),
    hour: (moment) => hourText(moment, zone),
    due: (moment) => `${dayText(moment, zone)} à ${hourText(moment, zone)}`,
    message: (id) => messageOf(state, id)?.text?.title ?? null,
    whoWentOut: (exit) => whoWentOut(state, exit),
    entry: entrySentence,
  };
}

/** `NOM Prénom` with the first given name only: what one says of someone, where a list would print them all. */
export function calledName(person: Parameters<typeof displayName>[0]): string {
  return displayName({ ...person, givenNames: person.givenNames.split(',')[0] ?? person.givenNames });
}

/** A room's name without the word « Salle », where it stands as a room's. */
export function briefRoomName(state: CentreState, id: RoomId): string {
  return roomName(state, id).replace(/^salle\s+/i, '');
}

function candidateName(state: CentreState, id: CandidateId): string {
  const registration = fact(state, 'registrations', 'session', id);
  if (registration) return calledName(registration.candidate);
  for (const aspect of ['provisional', 'seatsAsked'] as const) {
    for (const people of state.shelves.get(aspect)?.values() ?? []) {
      const said = people.get(id)?.[0];
      if (said) return calledName(said.value);
    }
  }
  return candidateByNumber(id);
}

/** Whoever it was, even where the exit was taken back since. */
function whoWentOut(state: CentreState, exit: EntryId): string | null {
  for (const exits of state.shelves.get('exits')?.values() ?? []) {
    const said = exits.get(exit)?.[0];
    if (said) return candidateName(state, said.value.candidate);
  }
  return null;
}

export function personName(state: CentreState, id: PersonId): string {
  const person = fact(state, 'staff', 'session', id);
  return person ? displayName(person) : id;
}

export function roomName(state: CentreState, id: RoomId): string {
  return called(state, 'rooms', id)?.name ?? roomNameOf(state, id);
}

/** « Français (CAP) »: many diplomas have a paper of the same title. */
export function paperName(state: CentreState, id: PaperId): string {
  const paper = called(state, 'papers', id);
  return paper ? `${paper.title} (${diplomaText[paper.diploma]})` : id;
}

/** « mar. 17 juin, 09:00 ». */
function sittingName(state: CentreState, id: SittingId): string {
  const sitting = called(state, 'sittings', id);
  if (!sitting) return id;
  const zone = zoneOf(state);
  return `${shortDayText(startsAt(sitting, zone), zone)}, ${sitting.start}`;
}

/** What a room, a paper or a sitting is, or was last before it was removed: it keeps its name in what was said of it. */
function called<A extends 'rooms' | 'papers' | 'sittings'>(state: CentreState, aspect: A, id: string) {
  const known = fact(state, aspect, 'session', id);
  if (known) return known;
  const register: Register<Values[A]> = state.shelves.get(aspect)?.get('session')?.get(id) ?? [];
  const [last, ...others] = heads(
    register.filter(({ value }) => value !== null),
    state.withdrawn,
  );
  return others.length === 0 ? last?.value : null;
}
