import { identityDue } from '../../../shared/exam/attendance/identityDue';
import type { Paper, Sitting } from '../../../shared/exam/papers/kinds';
import { isListUnheld, seatsWithoutPaper } from '../../../shared/exam/rooms/heldLists';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { phaseFrom, type RoomPhase } from '../../../shared/exam/rooms/phase';
import { isAbsent, isComposing, papersInRoom, type RollLine, rollOf } from '../../../shared/exam/rooms/roll';
import type { Seated } from '../../../shared/exam/rooms/seating';
import { type Tally, tallyOf } from '../../../shared/exam/rooms/tally';
import type { ScriptCount } from '../../../shared/exam/scripts/kinds';
import type { Regulation } from '../../../shared/exam/session/kinds';
import { startsAt, zoneOf } from '../../../shared/exam/session/today';
import type { Person } from '../../../shared/exam/staff/kinds';
import { type CentreState, fact, reading, type Values } from '../../../shared/exam/state';
import { inRoomOfPaper } from '../../../shared/exam/timing/kinds';
import type { PersonId, RoomId, SittingId } from '../../../shared/kernel/ids';
import { type Instant, later, minutes } from '../../../shared/kernel/instant';
import { diplomaText } from '../../text/diplomas';

/** What a room knows of one of its papers. */
export interface RoomPaper {
  readonly paper: Paper;
  /** Its title, with the diploma where several diplomas of the room have a paper of that title. */
  readonly title: string;
  readonly regulation: Regulation | null;
  /** Its candidates who are not marked absent. */
  readonly sitters: number;
  /** Those of them who are here and have not left for good. */
  readonly composing: number;
  readonly envelope: Values['envelopes'] | null;
  /** The start by which the clocks go; the latest, where several were said. */
  readonly start: Values['starts'] | null;
  /** Every start that was said, while they contest each other; else empty. */
  readonly startsSaid: readonly Instant[];
  /** When the end was announced and the scripts collected. */
  readonly ended: Instant | null;
  readonly count: ScriptCount | null;
  /** Until when an identity document that is missing must be shown. */
  readonly identityDue: Instant;
}

export interface TeamMember {
  readonly id: PersonId;
  readonly lead: boolean;
  /** Null for someone who is not on the staff list any more. */
  readonly person: Person | null;
  readonly signature: Values['signatures'] | null;
}

/** Everything a room's screen shows, drawn from the state. */
export interface RoomView {
  readonly sitting: Sitting;
  readonly room: Room;
  readonly zone: string;
  readonly scheduledStart: Instant;
  readonly roll: readonly RollLine[];
  /** This machine does not hold the room's list: there is no roll to show. */
  readonly listUnheld: boolean;
  /** Those of the room whom no roll can have yet: neither who they are nor what they sit has arrived. */
  readonly withoutPaper: readonly Seated[];
  readonly tally: Tally;
  readonly phase: RoomPhase;
  readonly papers: readonly RoomPaper[];
  readonly check: Values['roomChecks'] | null;
  readonly noticeRead: boolean;
  /** From when the first hour holds nobody any more; null before every paper has started. */
  readonly exitsFrom: Instant | null;
  readonly team: readonly TeamMember[];
  /** Several teams were said, and none stands. */
  readonly teamContested: boolean;
  readonly observation: string;
  readonly report: Values['reports'] | null;
}

/** The room's view at a sitting, or null when either is not known on this machine. */
export function roomViewOf(state: CentreState, sittingId: SittingId, roomId: RoomId): RoomView | null {
  const sitting = fact(state, 'sittings', 'session', sittingId);
  const room = fact(state, 'rooms', 'session', roomId);
  if (!sitting || !room) return null;
  const zone = zoneOf(state);
  const scheduledStart = startsAt(sitting, zone);
  const roll = rollOf(state, sittingId, roomId);
  const sat = papersInRoom(roll);
  const papers = sat.map((paper) => ({
    ...roomPaper(state, sittingId, roomId, roll, paper, scheduledStart),
    title: titleAmong(paper, sat),
  }));
  return {
    sitting,
    room,
    zone,
    scheduledStart,
    roll,
    listUnheld: isListUnheld(state, sittingId, roomId),
    withoutPaper: seatsWithoutPaper(state, sittingId, roomId),
    tally: tallyOf(roll),
    phase: phaseFrom(state, sittingId, roomId, roll),
    papers,
    check: fact(state, 'roomChecks', sittingId, roomId),
    noticeRead: fact(state, 'noticesRead', sittingId, roomId) !== null,
    exitsFrom: exitsFrom(papers),
    team: teamOf(state, sittingId, roomId),
    teamContested: reading(state, 'teams', sittingId, roomId).kind === 'contested',
    observation: fact(state, 'observations', sittingId, roomId)?.text ?? '',
    report: fact(state, 'reports', sittingId, roomId),
  };
}

function roomPaper(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  roll: readonly RollLine[],
  paper: Paper,
  scheduledStart: Instant,
): Omit<RoomPaper, 'title'> {
  const key = inRoomOfPaper(room, paper.id);
  const lines = roll.filter((line) => line.paper.id === paper.id);
  return {
    paper,
    regulation: fact(state, 'regulations', 'session', paper.diploma),
    sitters: lines.filter((line) => !isAbsent(line)).length,
    composing: lines.filter(isComposing).length,
    envelope: fact(state, 'envelopes', sitting, key),
    start: fact(state, 'starts', sitting, key),
    startsSaid: startsSaid(state, sitting, key),
    ended: fact(state, 'ends', sitting, key)?.at ?? null,
    count: fact(state, 'scriptCounts', sitting, key),
    identityDue: identityDue(state, sitting, room, paper) ?? scheduledStart,
  };
}

function startsSaid(state: CentreState, sitting: SittingId, key: string): readonly Instant[] {
  const said = reading(state, 'starts', sitting, key);
  if (said.kind !== 'contested') return [];
  return [...new Set(said.versions.map(({ value }) => value.boardStart))].sort((a, b) => a - b);
}

function titleAmong(paper: Paper, papers: readonly Paper[]): string {
  const alone = papers.every((other) => other.id === paper.id || other.title !== paper.title);
  return alone ? paper.title : `${paper.title} (${diplomaText[paper.diploma]})`;
}

function exitsFrom(papers: readonly RoomPaper[]): Instant | null {
  const sat = papers.filter((each) => each.sitters > 0);
  const free = sat.flatMap(({ start, regulation }) =>
    start && regulation ? later(start.boardStart, minutes(regulation.noExitMinutes)) : [],
  );
  const [first, ...others] = free;
  if (first === undefined || free.length < sat.length) return null;
  return others.reduce((last, each) => (each > last ? each : last), first);
}

function teamOf(state: CentreState, sitting: SittingId, room: RoomId): readonly TeamMember[] {
  const team = fact(state, 'teams', sitting, room);
  if (!team) return [];
  const member = (id: PersonId, lead: boolean): TeamMember => ({
    id,
    lead,
    person: fact(state, 'staff', 'session', id),
    signature: fact(state, 'signatures', sitting, inRoomOfPaper(room, id)),
  });
  return [member(team.lead, true), ...team.others.map((each) => member(each, false))];
}
