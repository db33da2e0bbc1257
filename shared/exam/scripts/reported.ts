import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '../../kernel/bytes';
import { canonical } from '../../kernel/canonical';
import {
  type CandidateId,
  type Day,
  type EntryId,
  entryId,
  type PaperId,
  type PersonId,
  type RoomId,
  type SittingId,
} from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { CommandOf } from '../catalogue';
import { type PassedOn, passedOnIn } from '../decisions/passedOn';
import { answersTo, type IncidentAnswer } from '../incidents/answers';
import type { ExitReason, IncidentCategory } from '../incidents/kinds';
import { type ReadAloud, readAloudIn } from '../messages/readAloud';
import type { Paper } from '../papers/kinds';
import { paperClocks } from '../rooms/phase';
import { isAbsent, papersInRoom, type RollLine, rollOf } from '../rooms/roll';
import { type Tally, tallyOf } from '../rooms/tally';
import { type CentreState, fact, facts } from '../state';
import { extraMinutesPerHour } from '../timing/ends';
import { inRoomOfPaper } from '../timing/kinds';
import type { ScriptCount } from './kinds';
import { entriesStated } from './late';
import { countOf, type Envelope, envelopeOf } from './packing';

export interface Someone {
  readonly candidate: CandidateId;
  readonly familyName: string;
  readonly givenNames: string;
  readonly table: number;
}

/** What the report says of one paper. */
export interface ReportedPaper {
  readonly paper: Paper;
  readonly tally: Tally;
  readonly boardStart: Instant | null;
  readonly distributedAt: Instant | null;
  readonly end: Instant | null;
  /** The end of the longest extra time; null when nobody has extra time. */
  readonly extendedEnd: Instant | null;
  readonly endedAt: Instant | null;
  readonly envelope: {
    readonly sealed: boolean;
    readonly labelMatches: boolean;
    readonly subjectMatches: boolean;
    readonly remark: string;
  } | null;
  readonly count: ScriptCount | null;
  readonly pack: Envelope | null;
}

/** Everything a room's report (procès-verbal de salle, D-04) states, without a signature. */
export interface RoomReport {
  readonly sitting: SittingId;
  readonly day: Day;
  readonly room: RoomId;
  /** « Candidats du n° … au n° … inclus »; those off the list are named beside it. */
  readonly range: { readonly from: CandidateId; readonly to: CandidateId } | null;
  readonly lead: PersonId | null;
  readonly others: readonly PersonId[];
  readonly checked: readonly string[];
  readonly noticeRead: boolean;
  readonly tally: Tally;
  readonly papers: readonly ReportedPaper[];
  readonly absent: readonly Someone[];
  readonly contested: readonly Someone[];
  readonly provisional: readonly Someone[];
  readonly identityOwed: readonly (Someone & { readonly due: Instant })[];
  readonly latecomers: readonly (Someone & {
    readonly arrivedAt: Instant;
    readonly granted: boolean | null;
    readonly reason: string | null;
  })[];
  readonly exits: readonly (Someone & {
    readonly at: Instant;
    readonly returnedAt: Instant | null;
    readonly reason: ExitReason;
  })[];
  /** Final exits of candidates with extra time, and of those who left before the end. */
  readonly departures: readonly (Someone & { readonly at: Instant; readonly extraTime: boolean })[];
  readonly incidents: readonly {
    readonly at: Instant;
    readonly category: IncidentCategory;
    readonly candidates: readonly CandidateId[];
    readonly text: string;
    /** What heads answered; undefined where nobody did, or where version 1 did, so that the hash is as before. */
    readonly answers?: readonly Omit<IncidentAnswer, 'entry'>[] | undefined;
  }[];
  /** starts changed once they were on the board, in order of what stood before. */
  readonly startCorrections: readonly {
    readonly paper: PaperId;
    readonly boardStart: Instant;
    readonly instead: Instant;
    readonly reason: string;
  }[];
  readonly overrides: readonly { readonly rule: string; readonly reason: string }[];
  readonly observations: string;
  /** What headquarters wrote that was read to the candidates; undefined where nothing was, so that the hash is as before. */
  readonly readAloud?: readonly ReadAloud[] | undefined;
  /** What was decided elsewhere and said to the candidates here; undefined where nothing was. */
  readonly passedOn?: readonly PassedOn[] | undefined;
}

/** What the room's report states now; null when the sitting is unknown. */
export function reportOf(state: CentreState, sitting: SittingId, room: RoomId): RoomReport | null {
  const held = fact(state, 'sittings', 'session', sitting);
  if (!held) return null;
  const roll = rollOf(state, sitting, room);
  const team = fact(state, 'teams', sitting, room);
  const aloud = readAloudIn(state, sitting, room);
  const passedOn = passedOnIn(state, sitting, room);
  return {
    sitting,
    day: held.day,
    room,
    range: rangeOf(roll),
    lead: team?.lead ?? null,
    others: team?.others ?? [],
    checked: [...(fact(state, 'roomChecks', sitting, room)?.points ?? [])].sort(),
    noticeRead: fact(state, 'noticesRead', sitting, room) !== null,
    tally: tallyOf(roll),
    papers: papersInRoom(roll).map((paper) => paperReport(state, sitting, room, roll, paper)),
    absent: roll.filter(isAbsent).map(someone),
    contested: roll.filter((line) => line.attendance.kind === 'contested').map(someone),
    provisional: roll.filter((line) => line.provisional).map(someone),
    identityOwed: roll.flatMap((line) =>
      line.identity.kind === 'owed' ? { ...someone(line), due: line.identity.due } : [],
    ),
    latecomers: roll.flatMap((line) => latecomer(state, sitting, line)),
    exits: roll.flatMap((line) =>
      line.exits.map(({ at, returnedAt, reason }) => ({ ...someone(line), at, returnedAt, reason })),
    ),
    departures: roll.flatMap((line) =>
      line.departure
        ? { ...someone(line), at: line.departure.at, extraTime: extraMinutesPerHour(line.accommodations) > 0 }
        : [],
    ),
    incidents: incidentsOf(state, sitting, room),
    startCorrections: startCorrectionsIn(state, sitting, room),
    overrides: overridesIn(state, sitting, room),
    observations: fact(state, 'observations', sitting, room)?.text ?? '',
    readAloud: aloud.length > 0 ? aloud : undefined,
    passedOn: passedOn.length > 0 ? passedOn : undefined,
  };
}

/**
 * SHA-256 of the canonical text of what a report states, in hexadecimal. Rules set aside are not hashed: the last of
 * them may be said in one breath with the closing.
 */
export function statedHash({ overrides: _saidBeside, ...stated }: RoomReport): EntryId {
  return entryId.of(toHex(sha256(utf8(`cachet-room-report/1\n${canonical(stated)}`))));
}

/** The command that closes a room's report on what is known now; null when the sitting is unknown. */
export function closingOf(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  at: Instant,
  frontier: CommandOf<'report.closed'>['data']['frontier'],
): CommandOf<'report.closed'> | null {
  const report = reportOf(state, sitting, room);
  if (!report) return null;
  const entries = entriesStated(state, sitting, room);
  return {
    kind: 'report.closed',
    about: { sitting, room },
    data: { at, frontier, statedHash: statedHash(report), entries },
  };
}

function paperReport(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  roll: readonly RollLine[],
  paper: Paper,
): ReportedPaper {
  const lines = roll.filter((line) => line.paper.id === paper.id);
  const clock = paperClocks(state, sitting, room, lines)[0];
  const count = countOf(state, sitting, room, paper.id);
  return {
    paper,
    tally: tallyOf(lines),
    boardStart: clock?.boardStart ?? null,
    distributedAt: clock?.distributedAt ?? null,
    end: clock?.end ?? null,
    extendedEnd: clock && clock.lastEnd > clock.end ? clock.lastEnd : null,
    endedAt: clock?.endedAt ?? null,
    envelope: fact(state, 'envelopes', sitting, inRoomOfPaper(room, paper.id)),
    count,
    pack: count && envelopeOf(count),
  };
}

function latecomer(state: CentreState, sitting: SittingId, line: RollLine): RoomReport['latecomers'] {
  if (line.late.kind === 'onTime') return [];
  const decided = fact(state, 'latecomersDecided', sitting, line.id);
  const { arrivedAt } = line.late;
  return [{ ...someone(line), arrivedAt, granted: decided?.granted ?? null, reason: decided?.reason ?? null }];
}

function incidentsOf(state: CentreState, sitting: SittingId, room: RoomId): RoomReport['incidents'] {
  return [...facts(state, 'incidents', sitting)]
    .filter(([, each]) => each.room === room)
    .map(([key, { at, category, candidates, text }]) => {
      const answers = answersTo(state, sitting, key).flatMap(({ entry: _, ...answer }) =>
        answer.say === null ? [] : [answer],
      );
      return { at, category, candidates, text, answers: answers.length > 0 ? answers : undefined };
    })
    .sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1));
}

function startCorrectionsIn(state: CentreState, sitting: SittingId, room: RoomId): RoomReport['startCorrections'] {
  return [...facts(state, 'startCorrections', sitting).values()]
    .filter((each) => each.room === room)
    .map(({ paper, boardStart, instead, reason }) => ({ paper, boardStart, instead, reason }))
    .sort((a, b) => a.instead - b.instead || (canonical(a) < canonical(b) ? -1 : 1));
}

function overridesIn(state: CentreState, sitting: SittingId, room: RoomId): RoomReport['overrides'] {
  return [...facts(state, 'overrides', sitting).values()]
    .filter((each) => each.room === room)
    .map(({ rule, reason }) => ({ rule, reason }))
    .sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

function rangeOf(roll: readonly RollLine[]): RoomReport['range'] {
  const numbers = roll
    .filter((line) => !line.provisional)
    .map((line) => line.id)
    .sort();
  const [from] = numbers;
  const to = numbers.at(-1);
  return from && to ? { from, to } : null;
}

function someone(line: RollLine): Someone {
  return { candidate: line.id, familyName: line.familyName, givenNames: line.givenNames, table: line.table };
}
