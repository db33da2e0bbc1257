import { compareText } from '../exam/people/names';
import { isListUnheld } from '../exam/rooms/heldLists';
import { papersInRoom, type RollLine, rollOf } from '../exam/rooms/roll';
import { type Tally, tallyOf } from '../exam/rooms/tally';
import type { DrawnSignature, ScriptCount } from '../exam/scripts/kinds';
import { arrivedAfterClosing } from '../exam/scripts/late';
import { type CentreState, fact, reading } from '../exam/state';
import { endsAt } from '../exam/timing/ends';
import { inRoomOfPaper } from '../exam/timing/kinds';
import type { EntryId, PaperId, PersonId, RoomId, SittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { centreHour, clockPutRight, type Statement } from '../kernel/statement';
import { contestedInRoom } from './contestedFacts';
import type { ContestInWords } from './contestWords';
import {
  distinct,
  listedCandidate,
  type NamedPaper,
  type NamedSitting,
  namedPaper,
  namedSitting,
  type OnReport,
  onReport,
  personName,
  roomName,
} from './facts';
import { type Frame, frameOf } from './frame';
import { type Mention, mentionsOf } from './mentions';
import { type ReportedExit, type ReportedFinalExit, reportedExits, reportedFinalExits } from './reportedExits';
import { type ReportedIncident, reportedIncidents } from './reportedIncidents';
import { documentId } from './seal';
import { type Told, told } from './told';
import { unheldIn } from './unheldWords';

/** The start written on the board and the end it gives, extra time left aside. */
export interface Held {
  readonly from: Instant;
  readonly to: Instant;
  readonly distributedAt: Instant;
}

/** The room report (procès-verbal de salle, D-04) of one paper, in the order of the form. */
export interface RoomReportPage {
  readonly document: 'roomReport';
  readonly id: string;
  readonly frame: Frame;
  readonly sitting: NamedSitting;
  readonly room: string;
  readonly paper: NamedPaper & { readonly form: 'written' | 'oral' | 'practical' };
  readonly specialities: readonly string[];
  /** « Candidats du n° … au n° … inclus »; those off the list are named apart, their numbers do not follow. */
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly offTheList: readonly OnReport[];
  readonly held: Told<Held>;
  readonly team: Told<{ readonly lead: string; readonly others: readonly string[] }>;
  readonly noticeRead: boolean;
  readonly tally: Tally;
  readonly absent: readonly OnReport[];
  readonly contested: readonly (OnReport & { readonly versions: readonly ('present' | 'absent')[] })[];
  readonly unmarked: readonly OnReport[];
  /** Every fact of the room that was said in several ways, with whose each version is. */
  readonly toSettle: readonly ContestInWords[];
  /** Those known here by their number alone. */
  readonly unheld?: readonly string[];
  readonly scripts: Told<ScriptCount>;
  readonly exits: readonly ReportedExit[];
  readonly finalExits: readonly ReportedFinalExit[];
  readonly observations: Told<string>;
  readonly mentions: readonly Mention[];
  readonly incidents: readonly ReportedIncident[];
  readonly signatures: readonly ReportSignature[];
  /** Exits and extra time on a sheet of their own, so that the copies' envelope need not say who has what (A-31). */
  readonly apart: boolean;
  readonly closed: Told<{ readonly at: Instant; readonly statedHash: EntryId }>;
  /** What reached this machine about the room after the report was closed: listed, it changes nothing by itself. */
  readonly afterClosing: readonly {
    readonly kind: string;
    /** In the centre's time, as far as its writer knew it. */
    readonly at: Instant;
    /** The clock of the machine that noted it was over a minute wrong. */
    readonly corrected?: true;
    readonly by: string;
  }[];
}

export interface ReportSignature {
  readonly name: string;
  readonly lead: boolean;
  /** What was drawn on the screen; it stands beside the box for the hand's signature, never in its place. */
  readonly drawn: Told<{ readonly at: Instant; readonly strokes: DrawnSignature }>;
}

/**
 * What the report of one paper in one room states now, or null when nobody sits it there or the room's list is not held here. `statements` are those this
 * machine holds, from which it tells what arrived after the closing.
 */
export function roomReportModel(
  state: CentreState,
  statements: readonly Statement[],
  sitting: SittingId,
  room: RoomId,
  paper: PaperId,
  apart = false,
): RoomReportPage | null {
  const frame = frameOf(state);
  const named = namedSitting(state, sitting);
  const roll = rollOf(state, sitting, room);
  const lines = roll.filter((line) => line.paper.id === paper);
  const [first] = lines;
  if (!frame || !named || !first || isListUnheld(state, sitting, room)) return null;
  const only = papersInRoom(roll).length === 1;
  return {
    document: 'roomReport',
    id: documentId('pv-salle', sitting, room, paper),
    frame,
    sitting: named,
    room: roomName(state, room),
    paper: { ...namedPaper(state, first.paper), form: first.paper.form },
    specialities: distinct(lines.map((line) => listedCandidate(state, line).speciality)),
    range: rangeOf(state, lines),
    offTheList: lines.filter((line) => line.provisional).map(onReport),
    held: told(reading(state, 'starts', sitting, inRoomOfPaper(room, paper)), (start) => ({
      from: start.boardStart,
      to: endsAt(start.boardStart, first.paper.durationMinutes, 0),
      distributedAt: start.distributedAt,
    })),
    team: told(reading(state, 'teams', sitting, room), ({ lead, others }) => ({
      lead: personName(state, lead),
      others: others.map((each) => personName(state, each)),
    })),
    noticeRead: reading(state, 'noticesRead', sitting, room).kind !== 'unknown',
    tally: tallyOf(lines),
    ...attendanceOf(lines),
    toSettle: contestedInRoom(state, sitting, room),
    ...unheldIn(state, sitting, [room]),
    scripts: told(reading(state, 'scriptCounts', sitting, inRoomOfPaper(room, paper)), (count) => count),
    exits: reportedExits(state, sitting, lines),
    finalExits: reportedFinalExits(state, sitting, lines),
    observations: told(reading(state, 'observations', sitting, room), ({ text }) => text),
    mentions: mentionsOf(state, sitting, room, paper, lines),
    incidents: reportedIncidents(state, statements, sitting, room, only ? null : lines),
    signatures: signaturesOf(state, sitting, room),
    apart,
    closed: closingOf(state, sitting, room),
    afterClosing: arrivedAfterClosing(state, statements, sitting, room).map((each) => ({
      kind: each.kind,
      at: centreHour(each.at),
      // left out where nothing was put right, so that such a page states what it did before
      ...(clockPutRight(each.at) !== null && { corrected: true as const }),
      by: personName(state, each.by.person),
    })),
  };
}

/** A reopened report counts as not closed. */
function closingOf(state: CentreState, sitting: SittingId, room: RoomId): RoomReportPage['closed'] {
  const closings = told(reading(state, 'reports', sitting, room), (report) => report);
  const kept = closings.kind === 'contested' ? closings.versions : closings.kind === 'told' ? [closings.value] : [];
  const closed = kept.flatMap((each) => (each === null ? [] : [{ at: each.at, statedHash: each.statedHash }]));
  const [first] = closed;
  if (!first) return { kind: 'unknown' };
  return closed.length === 1 ? { kind: 'told', value: first } : { kind: 'contested', versions: closed };
}

function rangeOf(state: CentreState, lines: readonly RollLine[]): RoomReportPage['range'] {
  const numbers = lines.flatMap((line) => listedCandidate(state, line).number ?? []).sort(compareText);
  const [from] = numbers;
  const to = numbers.at(-1);
  return from !== undefined && to !== undefined ? { from, to } : null;
}

function attendanceOf(lines: readonly RollLine[]): Pick<RoomReportPage, 'absent' | 'contested' | 'unmarked'> {
  const absent: OnReport[] = [];
  const contested: RoomReportPage['contested'][number][] = [];
  const unmarked: OnReport[] = [];
  for (const line of lines) {
    const { attendance } = line;
    if (attendance.kind === 'unknown') unmarked.push(onReport(line));
    else if (attendance.kind === 'contested') {
      contested.push({ ...onReport(line), versions: attendance.versions.map(({ value }) => value.status) });
    } else if (attendance.value.status === 'absent') absent.push(onReport(line));
  }
  return { absent, contested, unmarked };
}

/** One place per invigilator of the rota, then those who signed without being on it. */
function signaturesOf(state: CentreState, sitting: SittingId, room: RoomId): readonly ReportSignature[] {
  const team = fact(state, 'teams', sitting, room);
  const planned: readonly PersonId[] = team ? [team.lead, ...team.others] : [];
  const prefix = inRoomOfPaper(room, '');
  const others = [...(state.shelves.get('signatures')?.get(sitting)?.keys() ?? [])]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((key) => !planned.some((person) => person === key));
  return [...planned, ...others].map((key) => ({
    name: personName(state, key),
    lead: key === team?.lead,
    drawn: told(reading(state, 'signatures', sitting, inRoomOfPaper(room, key)), ({ at, strokes }) => ({
      at,
      strokes,
    })),
  }));
}
