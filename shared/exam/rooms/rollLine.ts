import type { CandidateId, Day, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { Reading } from '../../kernel/register';
import type { Paper, Sitting } from '../papers/kinds';
import type { Accommodation, Candidate } from '../people/kinds';
import { namedByNumber } from '../people/names';
import { type CentreState, fact, reading, type Values } from '../state';
import { endsAt, extraMinutesPerHour, lateEnd } from '../timing/ends';
import { inRoomOfPaper } from '../timing/kinds';
import { type Exit, exitsOf } from './exits';
import type { Expected } from './expected';

export type IdentityState =
  | { readonly kind: 'unchecked' | 'checked' | 'shown' | 'notShown' }
  | { readonly kind: 'owed'; readonly due: Instant };

export type LateState =
  | { readonly kind: 'onTime' }
  | { readonly kind: 'awaiting' | 'granted' | 'refused'; readonly arrivedAt: Instant };

/** One line of a room's roll: a candidate of the sitting seated in the room, listed or admitted off the list. */
export interface RollLine {
  readonly id: CandidateId;
  /** Their particulars are not on this machine: their number stands for their names, and no measure of theirs is known. */
  readonly unheld: boolean;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: Day | null;
  readonly division: string | null;
  readonly table: number;
  readonly paper: Paper;
  readonly accommodations: readonly Accommodation[];
  /** Off the list: composes subject to verification. */
  readonly provisional: boolean;
  /** What the verification of someone off the list found; null for the listed, and until it is done. */
  readonly verified: 'registered' | 'notRegistered' | null;
  /** Struck off by a later list after something was recorded about them here. */
  readonly struckOff: boolean;
  readonly attendance: Reading<Values['attendance']>;
  readonly identity: IdentityState;
  readonly late: LateState;
  readonly exits: readonly Exit[];
  readonly departure: Values['departures'] | null;
  /** When this candidate's paper ends, extra time included; null until the subjects are given out. */
  readonly endsAt: Instant | null;
}

/** The line of someone the lists expect. */
export function listedLine(state: CentreState, sitting: SittingId, room: RoomId, expected: Expected): RollLine {
  const { id, candidate, table, paper } = expected;
  const shown = fact(state, 'noticesShown', 'session', id) ?? [];
  const listed = { provisional: false, verified: null, struckOff: expected.gone } as const;
  if (!candidate) {
    const unknown = { unheld: true, ...namedByNumber(id), birthDate: null, division: null };
    return { ...unknown, ...listed, ...common(state, sitting, room, id, table, paper, shown) };
  }
  return {
    unheld: false,
    familyName: candidate.usageName ?? candidate.familyName,
    givenNames: candidate.givenNames,
    birthDate: candidate.birthDate,
    division: candidate.division,
    ...listed,
    ...common(state, sitting, room, id, table, paper, measures(candidate, shown)),
  };
}

/** The line of someone admitted off the list, or null when their paper is unknown. */
export function provisionalLine(
  state: CentreState,
  sitting: Sitting,
  id: CandidateId,
  person: Values['provisional'],
): RollLine | null {
  const paper = fact(state, 'papers', 'session', person.paper);
  if (!paper) return null;
  const shown = fact(state, 'noticesShown', 'session', id) ?? [];
  return {
    unheld: false,
    familyName: person.familyName,
    givenNames: person.givenNames,
    birthDate: person.birthDate,
    division: null,
    provisional: true,
    verified: fact(state, 'provisionalSettled', sitting.id, id)?.outcome ?? null,
    struckOff: false,
    ...common(state, sitting.id, person.room, id, person.table, paper, shown),
  };
}

/** What was granted, and what was shown on a notice beside it. */
function measures(candidate: Candidate, shown: readonly Accommodation[]): readonly Accommodation[] {
  if (shown.length === 0) return candidate.accommodations;
  const granted = new Set(candidate.accommodations.map((each) => each.kind));
  return [...candidate.accommodations, ...shown.filter((each) => each.kind === 'extraTime' || !granted.has(each.kind))];
}

function common(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  id: CandidateId,
  table: number,
  paper: Paper,
  accommodations: readonly Accommodation[],
) {
  const late = lateOf(state, sitting, id);
  return {
    id,
    table,
    paper,
    accommodations,
    attendance: reading(state, 'attendance', sitting, id),
    identity: identityOf(state, sitting, id),
    late,
    exits: exitsOf(state, sitting, id),
    departure: fact(state, 'departures', sitting, id),
    endsAt: endOf(state, sitting, room, paper, accommodations, late),
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
