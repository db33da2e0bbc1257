import type { CandidateId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { type Refusal, refusal } from '../refusal';
import { type CentreState, fact } from '../state';
import { endsAt } from '../timing/ends';
import { inRoomOfPaper } from '../timing/kinds';
import { boardStartOf, earliestExit } from '../timing/limits';
import { isRoomContested } from './contested';
import { isPresent, type RollLine, rollOf } from './roll';

/** A room at a sitting, as most commands of an exam day name it. */
export interface Place {
  readonly sitting: SittingId;
  readonly room: RoomId;
}

/** The sitting and the room exist, and the room's report is not closed: after that only reopening it lets one write. */
export function roomOpen(state: CentreState, place: Place): Refusal | null {
  if (!fact(state, 'sittings', 'session', place.sitting)) return unknown('sitting');
  const nowhere = roomUnsettled(state, place.room);
  if (nowhere) return nowhere;
  const report = fact(state, 'reports', place.sitting, place.room);
  return report && refusal('R-112', { kind: 'report-closed', closedAt: report.at });
}

/** Why nothing can be said of a room: it is not known, or two descriptions of it stand. */
export function roomUnsettled(state: CentreState, room: RoomId): Refusal | null {
  if (fact(state, 'rooms', 'session', room)) return null;
  return isRoomContested(state, room) ? refusal('house', { kind: 'room-contested', room }) : unknown('room');
}

export function unknown(
  what: 'candidate' | 'room' | 'sitting' | 'paper' | 'entry' | 'person' | 'exit' | 'incident' | 'message' | 'machine',
): Refusal {
  return refusal('house', { kind: 'unknown-subject', what });
}

/** The line of a candidate on a room's roll, or null when they are not on it. */
export function lineOf(state: CentreState, place: Place, candidate: CandidateId): RollLine | null {
  return rollOf(state, place.sitting, place.room).find((line) => line.id === candidate) ?? null;
}

/** Every candidate named is on the room's roll. */
export function onTheRoll(state: CentreState, place: Place, candidates: readonly CandidateId[]): Refusal | null {
  const here = new Set(rollOf(state, place.sitting, place.room).map((line) => line.id));
  return candidates.every((each) => here.has(each)) ? null : unknown('candidate');
}

/** The candidate composes right now: present by every version of the fact, begun, and not gone for good. */
export function composesNow(state: CentreState, place: Place, line: RollLine): Refusal | null {
  if (!isPresent(line)) return refusal('R-108', { kind: 'not-present', candidate: line.id });
  if (line.departure) return refusal('R-080', { kind: 'already-left', candidate: line.id });
  return boardStartOf(state, place.sitting, place.room, line.paper) === null
    ? refusal('R-084', { kind: 'not-started' })
    : null;
}

/** nothing of a candidate's composition happens after their paper was ended in the room. */
export function afterTheEnd(state: CentreState, place: Place, line: RollLine, moment: Instant): Refusal | null {
  const ended = fact(state, 'ends', place.sitting, inRoomOfPaper(place.room, line.paper.id));
  return ended && moment > ended.at ? refusal('R-085', { kind: 'paper-ended', at: ended.at }) : null;
}

/** Until when nobody leaves a candidate's paper: the first hour, or the paper's own end when it is shorter. */
export function stayUntil(state: CentreState, place: Place, line: RollLine): Instant | null {
  const start = boardStartOf(state, place.sitting, place.room, line.paper);
  const earliest = earliestExit(state, place.sitting, place.room, line.paper);
  if (start === null || earliest === null) return null;
  const end = endsAt(start, line.paper.durationMinutes, 0);
  return end < earliest ? end : earliest;
}
