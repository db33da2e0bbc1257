import { tzOffset } from '@date-fns/tz';
import type { Day, SittingId } from '../../kernel/ids';
import { dayOf, type Instant, instant, instantOf, MINUTE } from '../../kernel/instant';
import type { Sitting } from '../papers/kinds';
import { type CentreState, fact, facts } from '../state';
import type { Regulation } from './kinds';

/** A sitting with its moments, in the session's zone. */
export interface TimedSitting {
  readonly id: SittingId;
  readonly sitting: Sitting;
  /** The start on the summons and, as a rule, on the board. */
  readonly start: Instant;
  /** When candidates begin to settle. */
  readonly settling: Instant;
  /** When the invigilators' service begins (R-045, E-29). */
  readonly service: Instant;
  /** The latest planned end, the longest extra time included. */
  readonly lastEnd: Instant;
}

export interface HalfDay {
  readonly day: Day;
  readonly half: 'morning' | 'afternoon';
  readonly sittings: readonly TimedSitting[];
}

/** The zone the session's times are given in; `Europe/Paris` until a session with a known zone is published. */
export function zoneOf(state: CentreState): string {
  const zone = fact(state, 'session', 'session', 'session')?.zone;
  return zone !== undefined && isZone(zone) ? zone : 'Europe/Paris';
}

/** Whether a name is one of an IANA time zone this machine knows. */
export function isZone(name: string): boolean {
  const known = zones.get(name) ?? Number.isFinite(tzOffset(name, new Date(0)));
  zones.set(name, known);
  return known;
}

/** Every line and card asks for the zone, and looking one up is slow. */
const zones = new Map<string, boolean>();

export function startsAt(sitting: Pick<Sitting, 'day' | 'start'>, zone: string): Instant {
  return instantOf(sitting.day, sitting.start, zone);
}

/** Every sitting in order of start, then of name. */
export function timedSittings(state: CentreState): readonly TimedSitting[] {
  const shelf = state.shelves.get('sittings')?.get('session');
  if (!shelf) return [];
  const sources = [
    state.shelves.get('papers')?.get('session'),
    state.shelves.get('regulations')?.get('session'),
    state.shelves.get('session')?.get('session'),
    state.withdrawn,
  ];
  const known = answers.get(shelf);
  if (known?.sources.every((source, at) => source === sources[at])) return known.sittings;
  const zone = zoneOf(state);
  const sittings = [...facts(state, 'sittings', 'session').values()]
    .map((each) => timed(state, each, zone))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  answers.set(shelf, { sources, sittings });
  return sittings;
}

export function sittingsOfDay(state: CentreState, day: Day): readonly TimedSitting[] {
  return timedSittings(state).filter((each) => each.sitting.day === day);
}

/** The session's half-days in order; a sitting belongs to the morning when it starts before 12:00. */
export function halfDays(state: CentreState): readonly HalfDay[] {
  const found = new Map<string, TimedSitting[]>();
  for (const each of timedSittings(state)) {
    const key = `${each.sitting.day} ${halfOf(each)}`;
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found.values()].flatMap((sittings) => {
    const [first] = sittings;
    return first ? { day: first.sitting.day, half: halfOf(first), sittings } : [];
  });
}

/**
 * The sitting a desk opens on: today's last one whose invigilators are on duty or whose candidates settle; else the
 * next one to come; else the last one of the session. Null when the session has none.
 */
export function currentSitting(state: CentreState, now: Instant): TimedSitting | null {
  const sittings = timedSittings(state);
  const today = dayOf(now, zoneOf(state));
  const open = sittings.filter((each) => each.sitting.day === today && opening(each) <= now);
  return open.at(-1) ?? sittings.find((each) => each.start > now) ?? sittings.at(-1) ?? null;
}

function opening(sitting: TimedSitting): number {
  return Math.min(sitting.settling, sitting.service);
}

function halfOf(sitting: TimedSitting): HalfDay['half'] {
  return sitting.sitting.start < '12:00' ? 'morning' : 'afternoon';
}

function timed(state: CentreState, sitting: Sitting, zone: string): TimedSitting {
  const start = startsAt(sitting, zone);
  const papers = sitting.papers.flatMap((id) => fact(state, 'papers', 'session', id) ?? []);
  const regulations = papers.flatMap((paper) => fact(state, 'regulations', 'session', paper.diploma) ?? []);
  const longest = (minutes: (regulation: Regulation) => number) => Math.max(0, ...regulations.map(minutes)) * MINUTE;
  const duration = Math.max(0, ...papers.map((paper) => paper.durationMinutes)) * MINUTE;
  return {
    id: sitting.id,
    sitting,
    start,
    settling: instant.of(start - longest((each) => each.settlingMinutes)),
    service: instant.of(start - longest((each) => each.serviceMinutes)),
    lastEnd: instant.of(start + (duration * 4) / 3),
  };
}

const answers = new WeakMap<
  object,
  { readonly sources: readonly unknown[]; readonly sittings: readonly TimedSitting[] }
>();
