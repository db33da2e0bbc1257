import { z } from 'zod';
import { roomNameOf } from '../exam/rooms/contested';
import { type PaperClock, paperClocks, phaseFrom, type RoomPhase, steps } from '../exam/rooms/phase';
import { currentExit, isAbsent, papersInRoom, type RollLine, rollOf } from '../exam/rooms/roll';
import { tallyOf } from '../exam/rooms/tally';
import type { TimedSitting } from '../exam/session/today';
import { type CentreState, fact } from '../exam/state';
import { type RoomId, roomId } from '../kernel/ids';
import { type Instant, instant, MINUTE } from '../kernel/instant';
import {
  type AwaitingFigures,
  awaitingFigures,
  type CandidateFigures,
  candidateFigures,
  type Figures,
  type IncidentFigures,
  incidentFigures,
} from './figures';

/** How far a room is, in five words: not open yet, open (checked), under way, every paper ended, report closed. */
export const stages = ['waiting', 'open', 'started', 'ended', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** What one room looks like from above: no name of a candidate, no text of an incident. */
export const roomStatus = z.object({
  room: roomId.schema,
  name: z.string(),
  building: z.string().nullable(),
  stage: z.enum(stages),
  /** Where the room stands in its procedure; `empty`: nobody is expected, yet something was recorded there. */
  phase: z.enum(['empty', ...steps, 'closed']),
  candidates: candidateFigures,
  incidents: incidentFigures,
  awaiting: awaitingFigures,
  /** The first start written on the board; null until the subjects are given out. */
  startedAt: instant.schema.nullable(),
  /** The last individual end, extra time included; null until the subjects are given out. */
  endsAt: instant.schema.nullable(),
  /** When the last paper was collected; null while one is to come or under way. */
  endedAt: instant.schema.nullable(),
  closedAt: instant.schema.nullable(),
  /**
   * Whole minutes from the planned start to the last start on the board of the papers due then, or to now while one is
   * due and not begun; negative: ahead; null while no start is due.
   */
  delay: z.int().nullable(),
  /** A paper that is due has not begun, a whole minute or more after its time. */
  notStarted: z.boolean(),
  /** Entries that came in after the report was closed. */
  lateArrivals: z.int().min(0),
});
export type RoomStatus = z.infer<typeof roomStatus>;

/** What is counted by room beside the roll. */
export interface Counted {
  readonly incidents: IncidentFigures;
  readonly awaiting: AwaitingFigures;
}

export function roomStatusOf(
  state: CentreState,
  sitting: TimedSitting,
  room: RoomId,
  counted: Counted,
  now: Instant,
): RoomStatus {
  const roll = rollOf(state, sitting.id, room);
  const phase = phaseFrom(state, sitting.id, room, roll);
  const clocks = paperClocks(state, sitting.id, room, roll);
  const closedAt = phase.kind === 'closed' ? phase.closedAt : null;
  const stage = stageOf(phase, clocks);
  return {
    room,
    name: roomNameOf(state, room),
    building: fact(state, 'rooms', 'session', room)?.building ?? null,
    stage,
    phase: phase.kind,
    candidates: candidatesOf(roll),
    ...counted,
    startedAt: bound(
      clocks.map(({ boardStart }) => boardStart),
      Math.min,
    ),
    endsAt: bound(
      clocks.map(({ lastEnd }) => lastEnd),
      Math.max,
    ),
    endedAt: isBefore(stage, 'ended')
      ? null
      : bound(
          clocks.flatMap(({ endedAt }) => endedAt ?? []),
          Math.max,
        ),
    closedAt,
    ...punctuality(closedAt === null ? roll : [], clocks, sitting, now),
    lateArrivals: phase.kind === 'closed' ? phase.lateArrivals : 0,
  };
}

/** A room's share of its sitting's figures; a room where nobody is expected is not planned. */
export function figuresOf({ stage, phase, candidates, incidents, awaiting, delay, notStarted }: RoomStatus): Figures {
  const planned = phase === 'empty' ? 0 : 1;
  const reached = (least: Stage) => (planned === 0 || isBefore(stage, least) ? 0 : 1);
  return {
    rooms: {
      planned,
      open: reached('open'),
      started: reached('started'),
      ended: reached('ended'),
      closed: reached('closed'),
      notStarted: notStarted ? 1 : 0,
    },
    candidates,
    incidents,
    awaiting,
    delay,
  };
}

function isBefore(stage: Stage, other: Stage): boolean {
  return stages.indexOf(stage) < stages.indexOf(other);
}

function stageOf({ kind }: RoomPhase, clocks: readonly PaperClock[]): Stage {
  if (kind === 'closed') return 'closed';
  if (kind === 'scripts' || kind === 'report') return 'ended';
  if (clocks.length > 0) return 'started';
  return kind === 'check' || kind === 'empty' ? 'waiting' : 'open';
}

function candidatesOf(roll: readonly RollLine[]): CandidateFigures {
  const { expected, ...tally } = tallyOf(roll);
  const count = (counts: (line: RollLine) => boolean) => roll.reduce((sum, line) => (counts(line) ? sum + 1 : sum), 0);
  const provisional = count((line) => line.provisional);
  return {
    registered: expected - provisional,
    provisional,
    ...tally,
    late: {
      awaiting: count(({ late }) => late.kind === 'awaiting'),
      granted: count(({ late }) => late.kind === 'granted'),
      refused: count(({ late }) => late.kind === 'refused'),
    },
    out: count((line) => currentExit(line) !== null),
    left: count((line) => line.departure !== null),
    identityOwed: count(({ identity }) => identity.kind === 'owed'),
  };
}

/** Nothing is late any more in a room without a roll to start. */
function punctuality(
  roll: readonly RollLine[],
  clocks: readonly PaperClock[],
  { start }: TimedSitting,
  now: Instant,
): Pick<RoomStatus, 'delay' | 'notStarted'> {
  const started = new Set(clocks.map(({ paper }) => paper.id));
  const pending = papersInRoom(roll.filter((line) => !isAbsent(line))).some(({ id }) => !started.has(id));
  const overdue = Math.floor((now - start) / MINUTE);
  const delays = clocks.map(({ boardStart }) => Math.floor((boardStart - start) / MINUTE));
  if (pending && overdue >= 0) delays.push(overdue);
  return { delay: delays.length > 0 ? Math.max(...delays) : null, notStarted: pending && overdue > 0 };
}

function bound(moments: readonly Instant[], of: (...values: number[]) => number): Instant | null {
  return moments.length > 0 ? instant.of(of(...moments)) : null;
}
