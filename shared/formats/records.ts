import type { Candidate } from '../exam/people/kinds';
import { type CentreState, fact, facts, reading } from '../exam/state';
import { type CandidateId, type Day, day, type SittingId, sittingId } from '../kernel/ids';

/** A candidate whom the file no longer lists, and what was recorded about them meanwhile. */
export interface Gone {
  readonly candidate: Candidate;
  /** Sittings at which somebody saw them present: to be looked at by a person. */
  readonly presentAt: readonly SittingId[];
  /** Days on which they have a seat; they stay on the roll there, marked as struck off. */
  readonly seatedOn: readonly Day[];
}

/** How much was already recorded about candidates who stay, none of which an import touches. */
export interface KeptRecords {
  readonly attendance: number;
  readonly seats: number;
}

/** The registered candidates that a file does not list. */
export function goneFrom(state: CentreState, listed: readonly Candidate[]): Gone[] {
  const stay = new Set(listed.map(({ id }) => id));
  return [...facts(state, 'registrations', 'session').values()]
    .filter(({ status, candidate }) => status === 'registered' && !stay.has(candidate.id))
    .map(({ candidate }) => ({
      candidate,
      presentAt: scopesOf(state, 'attendance')
        .map((scope) => sittingId.of(scope))
        .filter((sitting) => sawPresent(state, sitting, candidate.id)),
      seatedOn: scopesOf(state, 'seats')
        .map((scope) => day.of(scope))
        .filter((each) => fact(state, 'seats', each, candidate.id) !== null),
    }));
}

export function keptRecords(state: CentreState, listed: readonly Candidate[]): KeptRecords {
  const stay = new Set<string>(listed.map(({ id }) => id));
  const count = (aspect: 'attendance' | 'seats') =>
    scopesOf(state, aspect)
      .flatMap((scope) => [...(state.shelves.get(aspect)?.get(scope)?.keys() ?? [])])
      .filter((key) => stay.has(key)).length;
  return { attendance: count('attendance'), seats: count('seats') };
}

function scopesOf(state: CentreState, aspect: 'attendance' | 'seats'): string[] {
  return [...(state.shelves.get(aspect)?.keys() ?? [])].sort();
}

/** Present by any version of the fact. */
function sawPresent(state: CentreState, sitting: SittingId, candidate: CandidateId): boolean {
  const said = reading(state, 'attendance', sitting, candidate);
  if (said.kind === 'unknown') return false;
  if (said.kind === 'contested') return said.versions.some(({ value }) => value.status === 'present');
  return said.value.status === 'present';
}
