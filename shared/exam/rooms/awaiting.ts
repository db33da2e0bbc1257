import type { CandidateId, EntryId, PaperId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { heads } from '../../kernel/register';
import type { IncidentCategory } from '../incidents/kinds';
import { type TimedSitting, timedSittings } from '../session/today';
import { type Aspect, type CentreState, fact, facts, reading } from '../state';
import { envelopeFits } from '../timing/envelopes';
import { roomAndPaper } from '../timing/kinds';
import { latestEntry } from '../timing/limits';
import { expectedAt } from './expected';
import { type RollLine, rollOf } from './roll';
import { type SeatRequest, seatRequests } from './seatRequests';
import { awaitsHead } from './tally';

/** One thing that waits for the centre head, beside what is contested (`contestsOf`). `since` is when it began; `due` when it must be settled; null: not known. */
export interface Waiting {
  readonly sitting: SittingId;
  readonly room: RoomId;
  readonly since: Instant | null;
  readonly due: Instant | null;
  readonly overdue: boolean;
}

export type Awaiting = Waiting & Matter;

type Matter =
  | {
      /** may be granted to someone who arrived before `due`; `endsAt` is the candidate's end as it stands. */
      readonly kind: 'latecomer';
      readonly line: RollLine;
      readonly arrivedAt: Instant;
      readonly explanation: string;
      readonly forceMajeure: boolean;
      /** UC gives the delay back; for every other diploma the end stays where it was. */
      readonly endMoves: boolean;
      readonly endsAt: Instant | null;
      /** Arrived after the limit: can only be refused. */
      readonly tooLate: boolean;
    }
  /** registration to verify. */
  | { readonly kind: 'unlisted'; readonly line: RollLine; readonly explanation: string }
  /** somebody off the list for whom the room has no table; the head finds one elsewhere, or refuses. */
  | ({ readonly kind: 'seat' } & Pick<SeatRequest, 'candidate' | 'asked' | 'person'>)
  /** a document to show before `due`. */
  | { readonly kind: 'identity'; readonly line: RollLine }
  /** an envelope that does not fit, its paper not begun. */
  | { readonly kind: 'envelope'; readonly paper: PaperId; readonly remark: string }
  /** an incident that no head has answered, in a room whose report is still open. */
  | {
      readonly kind: 'incident';
      readonly incident: EntryId;
      readonly category: IncidentCategory;
      readonly text: string;
      readonly candidates: readonly CandidateId[];
      /** Who noted it. */
      readonly by: PersonId;
    };

type Undated = Omit<Waiting, 'overdue'> & Matter;

/** What comes first: what touches people, then the subject, then what keeps somebody out of the room. */
const urgency = [
  'health',
  'premises',
  'subject',
  'envelope',
  'disruption',
  'fraud',
  'latecomer',
  'seat',
  'other',
  'unlisted',
  'identity',
] as const satisfies readonly (Exclude<Matter['kind'], 'incident'> | IncidentCategory)[];

/** What waits for the head, over all sittings: the most urgent kind first, then what is due first, then the oldest. */
export function awaitingHead(state: CentreState, now: Instant): readonly Awaiting[] {
  return timedSittings(state)
    .flatMap((sitting) => ofSitting(state, sitting))
    .map((each) => ({ ...each, overdue: each.due !== null && now > each.due }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.due ?? 0) - (b.due ?? 0) ||
        (a.since ?? 0) - (b.since ?? 0) ||
        a.sitting.localeCompare(b.sitting),
    );
}

function rank(matter: Matter): number {
  return urgency.indexOf(matter.kind === 'incident' ? matter.category : matter.kind);
}

/** How many things wait for the head in each room of a sitting. */
export function awaitingByRoom(state: CentreState, sitting: SittingId): ReadonlyMap<RoomId, number> {
  const timed = timedSittings(state).find(({ id }) => id === sitting);
  const counts = new Map<RoomId, number>();
  for (const { room } of timed ? ofSitting(state, timed) : []) counts.set(room, (counts.get(room) ?? 0) + 1);
  return counts;
}

const aspects = [
  'attendance',
  'identity',
  'identitySettled',
  'latecomers',
  'latecomersDecided',
  'provisional',
  'provisionalSettled',
  'seatsAsked',
  'seatsDenied',
  'envelopes',
  'incidents',
  'incidentsDecided',
  'starts',
  'reports',
  'departures',
  'exits',
  'exitsEnded',
] as const satisfies readonly Aspect[];

function ofSitting(state: CentreState, sitting: TimedSitting): readonly Undated[] {
  const said: unknown[] = aspects.map((aspect) => state.shelves.get<Aspect>(aspect)?.get(sitting.id));
  if (said.every((each) => each === undefined)) return [];
  const shown = state.shelves.get('noticesShown')?.get('session');
  const sources = [...said, shown, expectedAt(state, sitting.id), state.withdrawn];
  const known = answers.get(sitting);
  if (known?.sources.every((source, at) => source === sources[at])) return known.items;
  const items = [
    ...ofCandidates(state, sitting),
    ...ofSeats(state, sitting),
    ...ofEnvelopes(state, sitting),
    ...ofIncidents(state, sitting),
  ];
  answers.set(sitting, { sources, items });
  return items;
}

function ofCandidates(state: CentreState, sitting: TimedSitting): readonly Undated[] {
  const rooms = new Set(expectedAt(state, sitting.id).keys());
  for (const person of facts(state, 'provisional', sitting.id).values()) rooms.add(person.room);
  return [...rooms].flatMap((room) =>
    rollOf(state, sitting.id, room)
      .filter(awaitsHead)
      .flatMap((line) => [...latecomer(state, sitting, room, line), ...others(state, sitting, room, line)]),
  );
}

function latecomer(state: CentreState, sitting: TimedSitting, room: RoomId, line: RollLine): readonly Undated[] {
  if (line.late.kind !== 'awaiting' || isContested(state, 'latecomersDecided', sitting, line)) return [];
  const announced = fact(state, 'latecomers', sitting.id, line.id);
  const due = latestEntry(state, sitting.sitting, room, line.paper);
  const { arrivedAt } = line.late;
  return [
    {
      kind: 'latecomer',
      sitting: sitting.id,
      room,
      line,
      since: arrivedAt,
      due,
      arrivedAt,
      explanation: announced?.explanation ?? '',
      forceMajeure: announced?.forceMajeure ?? false,
      endMoves: fact(state, 'regulations', 'session', line.paper.diploma)?.family === 'UC',
      endsAt: line.endsAt,
      tooLate: arrivedAt > due,
    },
  ];
}

function others(state: CentreState, sitting: TimedSitting, room: RoomId, line: RollLine): readonly Undated[] {
  const place = { sitting: sitting.id, room, line };
  const found: Undated[] = [];
  if (line.provisional && line.verified === null && !isContested(state, 'provisionalSettled', sitting, line)) {
    const explanation = fact(state, 'provisional', sitting.id, line.id)?.explanation ?? '';
    found.push({ ...place, kind: 'unlisted', since: sitting.start, due: null, explanation });
  }
  if (line.identity.kind === 'owed' && !isContested(state, 'identitySettled', sitting, line)) {
    found.push({ ...place, kind: 'identity', since: sitting.start, due: line.identity.due });
  }
  return found;
}

/** Decided in several ways: it is settled where contests are, and not decided again. */
function isContested(
  state: CentreState,
  aspect: 'latecomersDecided' | 'provisionalSettled' | 'identitySettled',
  sitting: TimedSitting,
  line: RollLine,
): boolean {
  return reading(state, aspect, sitting.id, line.id).kind === 'contested';
}

function ofSeats(state: CentreState, { id }: TimedSitting): readonly Undated[] {
  return seatRequests(state, id).flatMap(({ answer, candidate, asked, person }): readonly Undated[] => {
    if (answer.kind !== 'waiting') return [];
    return [{ kind: 'seat', sitting: id, room: person.room, since: null, due: null, candidate, asked, person }];
  });
}

function ofEnvelopes(state: CentreState, sitting: TimedSitting): readonly Undated[] {
  const found: Undated[] = [];
  for (const [key, check] of facts(state, 'envelopes', sitting.id)) {
    const named = roomAndPaper(key);
    if (!named || envelopeFits(check) || fact(state, 'starts', sitting.id, key)) continue;
    found.push({
      kind: 'envelope',
      sitting: sitting.id,
      ...named,
      since: null,
      due: sitting.start,
      remark: check.remark,
    });
  }
  return found;
}

function ofIncidents(state: CentreState, sitting: TimedSitting): readonly Undated[] {
  const found: Undated[] = [];
  for (const [key, register] of state.shelves.get('incidents')?.get(sitting.id) ?? []) {
    const [noted] = heads(register, state.withdrawn);
    if (!noted || fact(state, 'reports', sitting.id, noted.value.room)) continue;
    if (reading(state, 'incidentsDecided', sitting.id, key).kind !== 'unknown') continue;
    const { room, at, category, text, candidates } = noted.value;
    const { id: incident, by } = noted;
    found.push({
      kind: 'incident',
      sitting: sitting.id,
      room,
      since: at,
      due: null,
      incident,
      category,
      text,
      candidates,
      by,
    });
  }
  return found;
}

const answers = new WeakMap<
  TimedSitting,
  { readonly sources: readonly unknown[]; readonly items: readonly Undated[] }
>();
