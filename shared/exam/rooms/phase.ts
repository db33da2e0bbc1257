import type { CandidateId, PaperId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import { type Instant, instant } from '../../kernel/instant';
import type { Paper } from '../papers/kinds';
import { arrivedLate } from '../scripts/late';
import { type CentreState, fact } from '../state';
import { endsAt } from '../timing/ends';
import { envelopeState } from '../timing/envelopes';
import { inRoomOfPaper } from '../timing/kinds';
import { isAbsent, isComposing, papersInRoom, type RollLine, rollOf } from './roll';
import { contestedIn, tallyOf } from './tally';

/** The steps of a room's procedure, in order. */
export const steps = [
  'check',
  'roll',
  'notice',
  'envelope',
  'distribution',
  'composition',
  'scripts',
  'report',
] as const;
export type Step = (typeof steps)[number];

/** A paper under way in a room. */
export interface PaperClock {
  readonly paper: Paper;
  /** t0, the start written on the board. */
  readonly boardStart: Instant;
  readonly distributedAt: Instant;
  /** The end written on the board, without extra time. */
  readonly end: Instant;
  /** The last individual end, extra time included, of those who are not absent. */
  readonly lastEnd: Instant;
  /** When the end was announced and the scripts collected; null while they compose. */
  readonly endedAt: Instant | null;
  readonly composing: number;
}

/** Where a room stands in its procedure: its next step and what that step still needs. */
export type RoomPhase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'check' }
  | { readonly kind: 'roll'; readonly marked: number; readonly expected: number }
  | { readonly kind: 'notice' }
  /** Papers whose envelope was not checked yet, or does not fit. */
  | { readonly kind: 'envelope'; readonly papers: readonly Paper[] }
  | { readonly kind: 'distribution'; readonly papers: readonly Paper[] }
  | {
      readonly kind: 'composition';
      readonly firstStart: Instant;
      readonly lastEnd: Instant;
      readonly papers: readonly PaperClock[];
    }
  | { readonly kind: 'scripts'; readonly papers: readonly Paper[] }
  | {
      readonly kind: 'report';
      readonly unsigned: readonly PersonId[];
      readonly contested: readonly CandidateId[];
    }
  | { readonly kind: 'closed'; readonly closedAt: Instant; readonly lateArrivals: number };

/** The step of the procedure a phase stands at; null before anything (nobody seated) and after everything (closed). */
export function stepOf(phase: RoomPhase): Step | null {
  return phase.kind === 'empty' || phase.kind === 'closed' ? null : phase.kind;
}

/** How many of the steps are behind: 0 for an empty room, all eight once the report is closed. */
export function stepsDone(phase: RoomPhase): number {
  if (phase.kind === 'closed') return steps.length;
  const step = stepOf(phase);
  return step === null ? 0 : steps.indexOf(step);
}

/** Where a room stands. Papers that nobody present sits need no subject; their absentees' sheets are still counted. */
export function phaseOf(state: CentreState, sitting: SittingId, room: RoomId): RoomPhase {
  return phaseFrom(state, sitting, room, rollOf(state, sitting, room));
}

/** As `phaseOf`, from a roll already drawn. */
export function phaseFrom(state: CentreState, sitting: SittingId, room: RoomId, roll: readonly RollLine[]): RoomPhase {
  if (roll.length === 0) return { kind: 'empty' };
  const report = fact(state, 'reports', sitting, room);
  if (report) return { kind: 'closed', closedAt: report.at, lateArrivals: arrivedLate(state, sitting, room).length };
  const clocks = paperClocks(state, sitting, room, roll);
  if (clocks.length === 0) {
    const before = beforeDistribution(state, sitting, room, roll);
    if (before) return before;
  }
  const toSit = papersInRoom(roll.filter((line) => !isAbsent(line)));
  const started = new Set<PaperId>(clocks.map((each) => each.paper.id));
  const unstarted = toSit.filter((paper) => !started.has(paper.id));
  if (clocks.some((each) => each.endedAt === null)) return composition(clocks);
  if (unstarted.length > 0) {
    const sealed = unstarted.filter((paper) => envelopeState(state, sitting, room, paper.id) !== 'fits');
    return sealed.length > 0 ? { kind: 'envelope', papers: sealed } : { kind: 'distribution', papers: unstarted };
  }
  const uncounted = papersInRoom(roll).filter(
    (paper) => !fact(state, 'scriptCounts', sitting, inRoomOfPaper(room, paper.id)),
  );
  if (uncounted.length > 0) return { kind: 'scripts', papers: uncounted };
  return { kind: 'report', unsigned: unsigned(state, sitting, room), contested: contestedIn(roll) };
}

function beforeDistribution(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  roll: readonly RollLine[],
): RoomPhase | null {
  if (!fact(state, 'roomChecks', sitting, room)) return { kind: 'check' };
  const tally = tallyOf(roll);
  if (tally.unmarked > 0) {
    return { kind: 'roll', marked: tally.expected - tally.unmarked, expected: tally.expected };
  }
  if (tally.absent < tally.expected && !fact(state, 'noticesRead', sitting, room)) return { kind: 'notice' };
  return null;
}

function composition(clocks: readonly PaperClock[]): RoomPhase {
  return {
    kind: 'composition',
    firstStart: instant.of(Math.min(...clocks.map((each) => each.boardStart))),
    lastEnd: instant.of(Math.max(...clocks.map((each) => each.lastEnd))),
    papers: clocks,
  };
}

/** The clocks of the papers whose subjects were given out in a room, by title. */
export function paperClocks(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  roll: readonly RollLine[] = rollOf(state, sitting, room),
): readonly PaperClock[] {
  return papersInRoom(roll).flatMap((paper) => {
    const start = fact(state, 'starts', sitting, inRoomOfPaper(room, paper.id));
    if (!start) return [];
    const end = endsAt(start.boardStart, paper.durationMinutes, 0);
    const sitters = roll.filter((line) => line.paper.id === paper.id && !isAbsent(line));
    return {
      paper,
      boardStart: start.boardStart,
      distributedAt: start.distributedAt,
      end,
      lastEnd: instant.of(Math.max(end, ...sitters.map((line) => line.endsAt ?? end))),
      endedAt: fact(state, 'ends', sitting, inRoomOfPaper(room, paper.id))?.at ?? null,
      composing: sitters.filter(isComposing).length,
    };
  });
}

/** Invigilators of the room who have not signed its report yet, the lead first. */
export function unsigned(state: CentreState, sitting: SittingId, room: RoomId): readonly PersonId[] {
  const team = fact(state, 'teams', sitting, room);
  if (!team) return [];
  const everyone = [team.lead, ...team.others];
  return everyone.filter((person) => !fact(state, 'signatures', sitting, inRoomOfPaper(room, person)));
}
