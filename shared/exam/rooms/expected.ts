import type { CandidateId, RoomId, SittingId } from '../../kernel/ids';
import { concerns } from '../papers/entitled';
import type { Paper, Sitting } from '../papers/kinds';
import type { Candidate } from '../people/kinds';
import { registrationOf } from '../people/registration';
import { type CentreState, fact } from '../state';
import { type Seated, seating } from './seating';
import { isListHeld, unheldSeats } from './unheldSeats';

/** A candidate whom the lists expect at a table of a room. */
export interface Expected {
  readonly id: CandidateId;
  /** Null while their particulars are not on this machine: it knows them by their number alone. */
  readonly candidate: Candidate | null;
  readonly table: number;
  readonly paper: Paper;
  /** Struck off by a later list while seated: stays on the roll, marked as such. */
  readonly gone: boolean;
}

/**
 * Whom a sitting expects, room by room, in order of table: seated that day and registered for one of its papers. A room
 * whose list this machine does not hold is left out (`isListUnheld`).
 */
export function expectedAt(state: CentreState, id: SittingId): ReadonlyMap<RoomId, readonly Expected[]> {
  const sitting = fact(state, 'sittings', 'session', id);
  const seats = sitting && state.shelves.get('seats')?.get(sitting.day);
  if (!seats) return new Map();
  const answers = answersBySeats.get(seats) ?? new Map<SittingId, Answer>();
  answersBySeats.set(seats, answers);
  const sources = [
    sitting,
    state.shelves.get('registrations')?.get('session'),
    state.shelves.get('papers')?.get('session'),
    state.withdrawn,
  ];
  const known = answers.get(id);
  if (known?.sources.every((source, at) => source === sources[at])) return known.rooms;
  const rooms = expected(state, sitting);
  answers.set(id, { sources, rooms });
  return rooms;
}

function expected(state: CentreState, sitting: Sitting): ReadonlyMap<RoomId, readonly Expected[]> {
  const papers = sitting.papers.flatMap((paper) => fact(state, 'papers', 'session', paper) ?? []);
  const rooms = new Map<RoomId, readonly Expected[]>();
  for (const [room, seats] of seating(state, sitting.day)) {
    if (!isListHeld(state, sitting.day, room)) continue;
    const here: Expected[] = [];
    for (const seated of seats) {
      const registration = registrationOf(state, seated.candidate);
      const paper = registration && papers.find((each) => concerns(each, registration.candidate));
      if (!registration || !paper) continue;
      const { candidate, status } = registration;
      here.push({ id: candidate.id, candidate, table: seated.table, paper, gone: status === 'gone' });
    }
    if (here.length === 0) continue;
    here.push(...asTheOthers(here, unheldSeats(state, sitting.day, room)));
    rooms.set(
      room,
      here.sort((a, b) => a.table - b.table),
    );
  }
  return rooms;
}

/** Those whose particulars have not arrived sit what all the others of the room sit; where these differ, nobody knows. */
function asTheOthers(here: readonly Expected[], unheld: readonly Seated[]): readonly Expected[] {
  const [paper, ...others] = new Set(here.map((each) => each.paper));
  if (!paper || others.length > 0) return [];
  return unheld.map(({ candidate, table }) => ({ id: candidate, candidate: null, table, paper, gone: false }));
}

interface Answer {
  readonly sources: readonly unknown[];
  readonly rooms: ReadonlyMap<RoomId, readonly Expected[]>;
}

/** Remembers the last answer per sitting: the same sources always give the same one. */
const answersBySeats = new WeakMap<object, Map<SittingId, Answer>>();
