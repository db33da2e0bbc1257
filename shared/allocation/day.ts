import { concerns } from '../exam/papers/entitled';
import type { Accommodation, Candidate } from '../exam/people/kinds';
import type { Seat } from '../exam/rooms/kinds';
import { seating } from '../exam/rooms/seating';
import { type CentreState, fact, facts } from '../exam/state';
import type { Day } from '../kernel/ids';
import type { AllocationRequest, Assignment, Placeable } from './request';

/** True for measures that put a candidate in a room kept for extra time. */
export function sitsApart(accommodations: readonly Accommodation[]): boolean {
  return accommodations.some(({ kind }) => kind === 'extraTime' || kind === 'separateRoom' || kind === 'scribe');
}

/** The registered candidates who sit at least one paper on a day, with the measures granted to them or shown since. */
export function dayCandidates(state: CentreState, day: Day): readonly Candidate[] {
  const papers = [...facts(state, 'sittings', 'session').values()]
    .filter((sitting) => sitting.day === day)
    .flatMap((sitting) => sitting.papers.flatMap((id) => fact(state, 'papers', 'session', id) ?? []));
  const sat = new Map<string, boolean>();
  const sits = (candidate: Candidate) => {
    const key = `${candidate.diploma}|${candidate.speciality}`;
    const known = sat.get(key) ?? papers.some((paper) => concerns(paper, candidate));
    sat.set(key, known);
    return known;
  };
  return [...facts(state, 'registrations', 'session').values()].flatMap(({ status, candidate }) =>
    status === 'registered' && sits(candidate) ? [withShown(state, candidate)] : [],
  );
}

/** What `allocate` needs for a day; `keep` says whether those who have a seat stay where they are. */
export function allocationRequest(state: CentreState, day: Day, keep: 'seats' | 'nothing'): AllocationRequest {
  return {
    candidates: dayCandidates(state, day).map(placeable),
    rooms: [...facts(state, 'rooms', 'session').values()],
    kept: keep === 'seats' ? assignmentsOf(state, day) : [],
    taken: takenSeats(state, day),
  };
}

/** Tables that nobody can be given although no one on the list has them. */
export function takenSeats(state: CentreState, day: Day): readonly Seat[] {
  return [...takenOffTheList(state, day), ...heldByOthers(state, day)];
}

/** The seats published for a day. */
function assignmentsOf(state: CentreState, day: Day): Assignment[] {
  return [...seating(state, day)].flatMap(([room, seats]) =>
    seats.map(({ candidate, table }) => ({ candidate, seat: { room, table } })),
  );
}

export function placeable(candidate: Candidate): Placeable {
  return { ...candidate, apart: sitsApart(candidate.accommodations) };
}

function withShown(state: CentreState, candidate: Candidate): Candidate {
  const shown = fact(state, 'noticesShown', 'session', candidate.id) ?? [];
  return shown.length === 0 ? candidate : { ...candidate, accommodations: [...candidate.accommodations, ...shown] };
}

/** Tables where somebody admitted off the list composes that day. */
function takenOffTheList(state: CentreState, day: Day): Seat[] {
  return [...facts(state, 'sittings', 'session').values()]
    .filter((sitting) => sitting.day === day)
    .flatMap((sitting) => [...facts(state, 'provisional', sitting.id).values()])
    .map(({ room, table }) => ({ room, table }));
}

/** Tables of those whom no list held here has: struck off by a later one while seated, or known by their number alone. */
function heldByOthers(state: CentreState, day: Day): Seat[] {
  return assignmentsOf(state, day)
    .filter(({ candidate }) => fact(state, 'registrations', 'session', candidate)?.status !== 'registered')
    .map(({ seat }) => seat);
}
