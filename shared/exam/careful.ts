import { extraMinutesPerHour } from './timing/ends';
import type { Aspect, Values } from './values';

/** By what the day goes on while versions of an aspect contest each other; null: by nothing, until somebody settles it. */
type Careful = { readonly [A in Aspect]?: (versions: readonly Values[A][]) => Values[A] | null };

/**
 * A candidate never loses time, a right or a paper because two machines differ: the latest start and return, the most
 * generous measures, the list that keeps them; and what both say happened has happened. Presence, counts and decisions
 * have no careful version: they wait for whoever settles them. A machine serves whichever rooms a head gave it.
 */
const choices: Careful = {
  session: ([first]) => first ?? null,
  regulations: ([first]) => first ?? null,
  specialities: ([first]) => first ?? null,
  staff: ([first]) => first ?? null,
  papers: (versions) => most(kept(versions), ({ durationMinutes }) => durationMinutes),
  sittings: (versions) => {
    const [first] = [...kept(versions)].sort((a, b) => (`${a.day} ${a.start}` < `${b.day} ${b.start}` ? -1 : 1));
    return first ?? null;
  },
  registrations: (versions) =>
    most(versions, ({ status, candidate }) =>
      status === 'registered' ? 1 + extraMinutesPerHour(candidate.accommodations) : 0,
    ),
  noticesShown: (versions) => versions.flat(),
  roomChecks: (versions) => most(versions, ({ points }) => -points.length),
  identity: (versions) => most(versions, ({ outcome }) => (outcome === 'owed' ? 1 : 0)),
  latecomers: (versions) => most(versions, ({ arrivedAt }) => arrivedAt),
  provisional: ([first]) => first ?? null,
  seatsAsked: ([first]) => first ?? null,
  starts: (versions) => most(versions, ({ boardStart }) => boardStart),
  ends: (versions) => most(versions, ({ at }) => at),
  departures: (versions) => most(versions, ({ at }) => at),
  exitsEnded: (versions) => most(versions, ({ at }) => at),
  signatures: (versions) => most(versions, ({ at }) => at),
  /** Dismissed where any version says so; else for the rooms of each of them. */
  memberships: (versions) => {
    const admitted = versions.flatMap((each) => (each.is === 'admitted' ? [each] : []));
    const [first] = admitted;
    if (!first || admitted.length < versions.length) return versions.find(({ is }) => is === 'dismissed') ?? null;
    return { ...first, rooms: allOf(admitted.map(({ rooms }) => rooms)) };
  },
  machinePlaces: (versions) => {
    const [first] = versions;
    return first ? { ...first, rooms: allOf(versions.map(({ rooms }) => rooms)) } : null;
  },
  /** Closed only where every version says so. */
  reports: (versions) => (versions.includes(null) ? null : most(kept(versions), ({ at }) => at)),
};

/** The version by which the day goes on while these contest each other, in whatever order; null where none may stand in. */
export function careful<A extends Aspect>(aspect: A, versions: readonly Values[A][]): Values[A] | null {
  const choose: Careful[A] = choices[aspect];
  return choose?.(versions) ?? null;
}

/** What any list has, once. */
function allOf<T>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}

/** The first of those that have the most. */
function most<V>(versions: readonly V[], of: (version: V) => number): V | null {
  return versions.reduce<V | null>((best, each) => (best === null || of(each) > of(best) ? each : best), null);
}

function kept<V>(versions: readonly V[]): readonly NonNullable<V>[] {
  return versions.flatMap((each) => (each === null || each === undefined ? [] : [each]));
}
