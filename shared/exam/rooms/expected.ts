import type { CandidateId, RoomId, SittingId } from '../../kernel/ids';
import { concerns } from '../papers/entitled';
import type { Paper, Sitting } from '../papers/kinds';
import type { Candidate } from '../people/kinds';
import { type CentreState, fact, reading, type Values } from '../state';
import { seating } from './seating';

/** A candidate whom the lists expect at a table of a room. */
export interface Expected {
  readonly candidate: Candidate;
  readonly table: number;
  readonly paper: Paper;
  /** Struck off by a later list while seated: stays on the roll, marked as such. */
  readonly gone: boolean;
}

/** Whom a sitting expects, room by room, in order of table: seated that day and registered for one of its papers. */
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
    const here: Expected[] = [];
    for (const seated of seats) {
      const registration = registrationOf(state, seated.candidate);
      const paper = registration && papers.find((each) => concerns(each, registration.candidate));
      if (!registration || !paper) continue;
      here.push({
        candidate: registration.candidate,
        table: seated.table,
        paper,
        gone: registration.status === 'gone',
      });
    }
    if (here.length > 0)
      rooms.set(
        room,
        here.sort((a, b) => a.table - b.table),
      );
  }
  return rooms;
}

/** A candidate's registration; told in two ways, the one that keeps them on the list stands until one is chosen. */
export function registrationOf(state: CentreState, candidate: CandidateId): Values['registrations'] | null {
  const said = reading(state, 'registrations', 'session', candidate);
  if (said.kind === 'unknown') return null;
  if (said.kind !== 'contested') return said.value;
  const versions = said.versions.map((each) => each.value);
  return versions.find((each) => each.status === 'registered') ?? versions[0] ?? null;
}

interface Answer {
  readonly sources: readonly unknown[];
  readonly rooms: ReadonlyMap<RoomId, readonly Expected[]>;
}

/** Remembers the last answer per sitting: the same sources always give the same one. */
const answersBySeats = new WeakMap<object, Map<SittingId, Answer>>();
