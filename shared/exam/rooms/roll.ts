import type { CandidateId, Day, EntryId, PaperId, RoomId, SittingId } from '../../kernel/ids';
import { candidateId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { Reading } from '../../kernel/register';
import type { Accommodation, Candidate } from '../people/kinds';
import type { Paper, Sitting } from '../papers/kinds';
import { type CentreState, fact, facts, reading, type Values } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import { endsAt, extraMinutesPerHour, lateEnd } from '../timing/ends';
import { paperSatBy } from '../papers/entitled';
import { seatsInRoom } from './seating';

export type IdentityState =
  | { readonly kind: 'unchecked' | 'checked' | 'shown' | 'notShown' }
  | { readonly kind: 'owed'; readonly due: Instant };

export type LateState =
  | { readonly kind: 'onTime' }
  | { readonly kind: 'awaiting' | 'granted' | 'refused'; readonly arrivedAt: Instant };

export interface Exit {
  readonly id: EntryId;
  readonly at: Instant;
  readonly reason: Values['exits']['reason'];
  readonly returnedAt: Instant | null;
}

/** One line of a room's roll: a candidate of the sitting seated in the room, listed or admitted off the list. */
export interface RollLine {
  readonly id: CandidateId;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: Day | null;
  readonly division: string | null;
  readonly table: number;
  readonly paper: Paper;
  readonly accommodations: readonly Accommodation[];
  /** Off the list: composes subject to verification. */
  readonly provisional: boolean;
  readonly attendance: Reading<Values['attendance']>;
  readonly identity: IdentityState;
  readonly late: LateState;
  readonly exits: readonly Exit[];
  readonly departure: Values['departures'] | null;
  /** When this candidate's paper ends, extra time included; null until the subjects are given out. */
  readonly endsAt: Instant | null;
}

/** The roll of a room at a sitting, in order of table. */
export function rollOf(state: CentreState, sitting: SittingId, room: RoomId): readonly RollLine[] {
  const facts = fact(state, 'sittings', 'session', sitting);
  if (!facts) return [];
  const lines: RollLine[] = [];
  for (const seated of seatsInRoom(state, facts.day, room)) {
    const registration = fact(state, 'registrations', 'session', seated.candidate);
    if (!registration) continue;
    const paper = paperSatBy(state, facts, registration.candidate);
    if (paper) lines.push(listed(state, facts, room, registration.candidate, seated.table, paper));
  }
  return [...lines, ...offTheList(state, facts, room)].sort((a, b) => a.table - b.table);
}

/** True for someone the roll counts as here: present by every version of the fact. */
export function isPresent(line: RollLine): boolean {
  const said = line.attendance;
  return (said.kind === 'known' || said.kind === 'corroborated') && said.value.status === 'present';
}

export function isAbsent(line: RollLine): boolean {
  const said = line.attendance;
  return (said.kind === 'known' || said.kind === 'corroborated') && said.value.status === 'absent';
}

/** The exit a candidate is on right now, if any. */
export function currentExit(line: RollLine): Exit | null {
  return line.exits.find((each) => each.returnedAt === null) ?? null;
}

function listed(
  state: CentreState,
  sitting: Sitting,
  room: RoomId,
  candidate: Candidate,
  table: number,
  paper: Paper,
): RollLine {
  const shown = fact(state, 'noticesShown', 'session', candidate.id) ?? [];
  const accommodations = [...candidate.accommodations, ...shown.filter((each) => !grants(candidate, each))];
  return {
    familyName: candidate.usageName ?? candidate.familyName,
    givenNames: candidate.givenNames,
    birthDate: candidate.birthDate,
    division: candidate.division,
    provisional: false,
    ...common(state, sitting, room, candidate.id, table, paper, accommodations),
  };
}

function grants(candidate: Candidate, measure: Accommodation): boolean {
  return candidate.accommodations.some((each) => each.kind === measure.kind);
}

function offTheList(state: CentreState, sitting: Sitting, room: RoomId): RollLine[] {
  const lines: RollLine[] = [];
  for (const [key, person] of facts(state, 'provisional', sitting.id)) {
    const paper = fact(state, 'papers', 'session', person.paper);
    if (person.room !== room || !paper) continue;
    const id = candidateId.of(key);
    const shown = fact(state, 'noticesShown', 'session', id) ?? [];
    lines.push({
      familyName: person.familyName,
      givenNames: person.givenNames,
      birthDate: person.birthDate,
      division: null,
      provisional: true,
      ...common(state, sitting, room, id, person.table, paper, shown),
    });
  }
  return lines;
}

function common(
  state: CentreState,
  sitting: Sitting,
  room: RoomId,
  id: CandidateId,
  table: number,
  paper: Paper,
  accommodations: readonly Accommodation[],
) {
  const late = lateOf(state, sitting.id, id);
  return {
    id,
    table,
    paper,
    accommodations,
    attendance: reading(state, 'attendance', sitting.id, id),
    identity: identityOf(state, sitting.id, id),
    late,
    exits: exitsOf(state, sitting.id, id),
    departure: fact(state, 'departures', sitting.id, id),
    endsAt: endOf(state, sitting.id, room, paper, accommodations, late),
  };
}

function identityOf(state: CentreState, sitting: SittingId, id: CandidateId): IdentityState {
  const settledLater = fact(state, 'identitySettled', sitting, id);
  if (settledLater) return { kind: settledLater.outcome };
  const recorded = fact(state, 'identity', sitting, id);
  if (!recorded) return { kind: 'unchecked' };
  return recorded.outcome === 'owed' ? { kind: 'owed', due: recorded.due } : { kind: 'checked' };
}

function lateOf(state: CentreState, sitting: SittingId, id: CandidateId): LateState {
  const announced = fact(state, 'latecomers', sitting, id);
  if (!announced) return { kind: 'onTime' };
  const decided = fact(state, 'latecomersDecided', sitting, id);
  const kind = decided === null ? 'awaiting' : decided.granted ? 'granted' : 'refused';
  return { kind, arrivedAt: announced.arrivedAt };
}

function exitsOf(state: CentreState, sitting: SittingId, id: CandidateId): readonly Exit[] {
  const exits: Exit[] = [];
  const shelf = state.shelves.get('exits')?.get(sitting);
  for (const [key, register] of shelf ?? []) {
    const exit = fact(state, 'exits', sitting, key);
    const first = register[0];
    if (!exit || !first || exit.candidate !== id) continue;
    const ended = fact(state, 'exitsEnded', sitting, key);
    exits.push({ id: first.id, at: exit.at, reason: exit.reason, returnedAt: ended?.at ?? null });
  }
  return exits.sort((a, b) => a.at - b.at);
}

function endOf(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  paper: Paper,
  accommodations: readonly Accommodation[],
  late: LateState,
): Instant | null {
  const start = fact(state, 'starts', sitting, inRoomOfPaper(room, paper.id));
  if (!start) return null;
  const end = endsAt(start.boardStart, paper.durationMinutes, extraMinutesPerHour(accommodations));
  const regulation = fact(state, 'regulations', 'session', paper.diploma);
  return regulation && late.kind === 'granted' ? lateEnd(regulation, end, start.boardStart, late.arrivedAt) : end;
}

/** Papers sat in a room at a sitting, without repetition, in order of title. */
export function papersInRoom(roll: readonly RollLine[]): readonly Paper[] {
  const byId = new Map<PaperId, Paper>();
  for (const line of roll) byId.set(line.paper.id, line.paper);
  return [...byId.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}
