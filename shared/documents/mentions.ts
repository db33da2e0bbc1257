import { candidateOfMatter, type PassedOn, paperOfMatter, passedOnIn } from '../exam/decisions/passedOn';
import type { MessageSubject } from '../exam/messages/kinds';
import { type ReadAloud, readAloudIn } from '../exam/messages/readAloud';
import { type RollLine, rollOf } from '../exam/rooms/roll';
import { zoneOf } from '../exam/session/today';
import { type CentreState, fact, facts, reading, type Values } from '../exam/state';
import { inRoomOfPaper } from '../exam/timing/kinds';
import type { EntryId, PaperId, RoomId, SittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { decisionInWords } from './decisionWords';
import { type NamedPaper, namedPaper, type OnReport, onReport, personName } from './facts';
import { type Told, told } from './told';

/** What must stand on the report although the form has no field for it: printed under OBSERVATIONS. */
export type Mention =
  | (OnReport & {
      readonly kind: 'latecomer';
      readonly arrivedAt: Instant;
      readonly explanation: string;
      readonly forceMajeure: boolean;
      readonly decision: Told<Values['latecomersDecided']>;
    })
  | (OnReport & { readonly kind: 'illness'; readonly at: Instant; readonly stillOut: boolean })
  | (OnReport & {
      readonly kind: 'offTheList';
      readonly explanation: string;
      readonly settled: Told<Values['provisionalSettled']>;
    })
  | (OnReport & {
      readonly kind: 'identityOwed';
      readonly due: Instant;
      readonly settled: Told<Values['identitySettled']>;
    })
  | (OnReport & { readonly kind: 'struckOff' })
  | { readonly kind: 'envelope'; readonly found: Told<Values['envelopes']> }
  | {
      readonly kind: 'startCorrected';
      readonly boardStart: Instant;
      readonly instead: Instant;
      readonly reason: string;
    }
  | {
      readonly kind: 'readAloud';
      readonly subject: MessageSubject;
      readonly title: string;
      readonly sentAt: Instant;
      readonly papers: readonly NamedPaper[];
      readonly at: Instant;
      readonly by: string;
      readonly since: ReadAloud['since'];
    }
  | {
      readonly kind: 'passedOn';
      /** What was decided, clause by clause. */
      readonly decided: readonly string[];
      readonly takenBack: boolean;
      readonly at: Instant;
      readonly by: string;
      readonly since: PassedOn['since'];
    }
  | { readonly kind: 'roomCheck'; readonly remark: string }
  | { readonly kind: 'override'; readonly rule: string; readonly reason: string };

/** The mentions of one paper in one room, candidate by candidate, then those of the room. */
export function mentionsOf(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  paper: PaperId,
  lines: readonly RollLine[],
): readonly Mention[] {
  return [
    ...lines.flatMap((line) => ofCandidate(state, sitting, line)),
    ...ofRoom(state, sitting, room, paper),
    ...passedOn(state, sitting, room, paper, lines),
    ...ofCheck(state, sitting, room),
  ];
}

function ofCandidate(state: CentreState, sitting: SittingId, line: RollLine): readonly Mention[] {
  const who = onReport(line);
  const mentions: Mention[] = [];
  const late = fact(state, 'latecomers', sitting, line.id);
  if (late) {
    const { arrivedAt, explanation, forceMajeure } = late;
    const decision = told(reading(state, 'latecomersDecided', sitting, line.id), (decided) => decided);
    mentions.push({ ...who, kind: 'latecomer', arrivedAt, explanation, forceMajeure, decision });
  }
  if (line.provisional) {
    const explanation = fact(state, 'provisional', sitting, line.id)?.explanation ?? '';
    const settled = told(reading(state, 'provisionalSettled', sitting, line.id), (found) => found);
    mentions.push({ ...who, kind: 'offTheList', explanation, settled });
  }
  const identity = fact(state, 'identity', sitting, line.id);
  if (identity?.outcome === 'owed') {
    const settled = told(reading(state, 'identitySettled', sitting, line.id), (found) => found);
    mentions.push({ ...who, kind: 'identityOwed', due: identity.due, settled });
  }
  for (const exit of line.exits.filter(({ reason }) => reason === 'illness')) {
    mentions.push({ ...who, kind: 'illness', at: exit.at, stillOut: !isOver(state, sitting, exit.id) });
  }
  if (line.struckOff) mentions.push({ ...who, kind: 'struckOff' });
  return mentions;
}

/** True once anyone noted a return, even where the hour is contested. */
function isOver(state: CentreState, sitting: SittingId, exit: EntryId): boolean {
  return reading(state, 'exitsEnded', sitting, exit).kind !== 'unknown';
}

function ofRoom(state: CentreState, sitting: SittingId, room: RoomId, paper: PaperId): readonly Mention[] {
  const mentions: Mention[] = [];
  const found = told(reading(state, 'envelopes', sitting, inRoomOfPaper(room, paper)), (envelope) => envelope);
  if (found.kind === 'contested' || (found.kind === 'told' && isRemarkable(found.value))) {
    mentions.push({ kind: 'envelope', found });
  }
  for (const { boardStart, instead, reason } of startCorrectionsOf(state, sitting, room, paper)) {
    mentions.push({ kind: 'startCorrected', boardStart, instead, reason });
  }
  for (const { papers, by, ...read } of readAloudIn(state, sitting, room)) {
    if (papers.length > 0 && !papers.includes(paper)) continue;
    const named = papers.flatMap((each) => fact(state, 'papers', 'session', each) ?? []);
    const about = named.map((each) => namedPaper(state, each));
    mentions.push({ kind: 'readAloud', ...read, papers: about, by: personName(state, by) });
  }
  return mentions;
}

/** Decisions said in the room: those about a candidate on the report of their paper, the others on every one. */
function passedOn(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  paper: PaperId,
  lines: readonly RollLine[],
): readonly Mention[] {
  const roll = rollOf(state, sitting, room);
  const zone = zoneOf(state);
  return passedOnIn(state, sitting, room).flatMap(({ entry, matters, by, ...said }): readonly Mention[] => {
    const read = { state, sitting, room, entry, zone };
    const here = matters.filter((matter) => {
      const candidate = candidateOfMatter(matter);
      const elsewhere = roll.some(({ id }) => id === candidate) && !lines.some(({ id }) => id === candidate);
      return !elsewhere && (paperOfMatter(matter) ?? paper) === paper;
    });
    if (here.length === 0) return [];
    const decided = here.map((matter) => decisionInWords(matter, read));
    return [
      {
        kind: 'passedOn',
        decided,
        takenBack: said.takenBack,
        at: said.at,
        by: personName(state, by),
        since: said.since,
      },
    ];
  });
}

function ofCheck(state: CentreState, sitting: SittingId, room: RoomId): readonly Mention[] {
  const mentions: Mention[] = [];
  const remark = fact(state, 'roomChecks', sitting, room)?.remark ?? '';
  if (remark !== '') mentions.push({ kind: 'roomCheck', remark });
  const overrides = [...facts(state, 'overrides', sitting)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, { rule, reason, room: where }] of overrides) {
    if (where === room) mentions.push({ kind: 'override', rule, reason });
  }
  return mentions;
}

function startCorrectionsOf(state: CentreState, sitting: SittingId, room: RoomId, paper: PaperId) {
  return [...facts(state, 'startCorrections', sitting)]
    .sort(([a, one], [b, other]) => one.instead - other.instead || (a < b ? -1 : 1))
    .flatMap(([, each]) => (each.room === room && each.paper === paper ? each : []));
}

function isRemarkable(envelope: Values['envelopes']): boolean {
  return !envelope.sealed || !envelope.labelMatches || !envelope.subjectMatches || envelope.remark !== '';
}
