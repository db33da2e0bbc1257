import type { CandidateId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { firstRefusal, type Guards } from '../guard';
import { anyHead } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { afterTheEnd, lineOf, onTheRoll, type Place, roomOpen, unknown } from '../rooms/conditions';
import { lentTo } from '../rooms/openTables';
import { isAbsent, isPresent, type RollLine, rollOf } from '../rooms/roll';
import { type CentreState, fact } from '../state';
import { boardStartOf, latestEntry, regulationOf } from '../timing/limits';
import { identityDue } from './identityDue';
import { seatAsked, unlistedAdmission } from './unlisted';

export const attendanceGuards: Guards<
  | 'attendance.recorded'
  | 'identity.recorded'
  | 'identity.settled'
  | 'latecomer.announced'
  | 'latecomer.decided'
  | 'candidate.admittedProvisionally'
  | 'seat.asked'
  | 'seat.denied'
  | 'provisional.settled'
> = {
  'attendance.recorded': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => onTheRoll(occasion.state, about, data.candidates),
      () =>
        data.status === 'present'
          ? lateOnTheRoll(occasion.state, about, data.candidates)
          : composedAlready(occasion.state, about, data.candidates),
      () => (data.status === 'present' ? tableLent(occasion.state, about, data.candidates) : null),
    ),
  /** without a document today they compose, and show one in time. */
  'identity.recorded': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const line = lineOf(occasion.state, about, about.candidate);
        if (!line) return unknown('candidate');
        if (isAbsent(line)) return refusal('R-057', { kind: 'not-present', candidate: line.id });
        const limit = identityDue(occasion.state, about.sitting, about.room, line.paper);
        if (data.outcome !== 'owed' || limit === null || data.due <= limit) return null;
        return refusal('R-058', { kind: 'due-too-late', limit });
      },
    ),
  'identity.settled': ({ about }, { state }) => {
    const owed = fact(state, 'identity', about.sitting, about.candidate)?.outcome === 'owed';
    return owed ? null : refusal('R-058', { kind: 'identity-not-owed' });
  },
  'latecomer.announced': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const { state } = occasion;
        const line = lineOf(state, about, about.candidate);
        if (!line) return unknown('candidate');
        if (isPresent(line)) return refusal('R-070', { kind: 'already-present', candidate: line.id });
        if (boardStartOf(state, about.sitting, about.room, line.paper) === null) {
          return refusal('R-070', { kind: 'not-started' });
        }
        return tooLate(state, about, line, data.arrivedAt) ?? afterTheEnd(state, about, line, data.arrivedAt);
      },
    ),
  'latecomer.decided': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const { state } = occasion;
        const line = lineOf(state, about, about.candidate);
        const announced = fact(state, 'latecomers', about.sitting, about.candidate);
        if (!line) return unknown('candidate');
        if (!announced) return refusal('R-071', { kind: 'not-announced' });
        if (!data.granted) return null;
        return (
          tooLate(state, about, line, announced.arrivedAt) ?? unitsLate(state, about, line, announced.forceMajeure)
        );
      },
    ),
  'candidate.admittedProvisionally': unlistedAdmission,
  'seat.asked': seatAsked,
  'seat.denied': ({ about }, { state }) =>
    fact(state, 'seatsAsked', about.sitting, about.candidate) ? null : unknown('candidate'),
  'provisional.settled': ({ about }, { state }) =>
    fact(state, 'provisional', about.sitting, about.candidate) ? null : unknown('candidate'),
};

/**
 * once the subjects of their paper are given out, nobody becomes present but a latecomer whom the centre head
 * let in. Settling a fact told in two ways is not an entry; a head may correct a roll that was wrong.
 */
function lateOnTheRoll(state: CentreState, place: Place, candidates: readonly CandidateId[]): Refusal | null {
  const sitting = fact(state, 'sittings', 'session', place.sitting);
  const named = new Set(candidates);
  for (const line of rollOf(state, place.sitting, place.room)) {
    if (!sitting || !named.has(line.id) || wasSaidPresent(line) || justAdmitted(line)) continue;
    if (boardStartOf(state, place.sitting, place.room, line.paper) === null) continue;
    if (line.late.kind === 'granted') continue;
    if (line.late.kind === 'refused') return refusal('R-071', { kind: 'late-refused', candidate: line.id });
    const limit = latestEntry(state, sitting, place.room, line.paper);
    return refusal('R-070', { kind: 'late-without-leave', candidate: line.id, limit }, anyHead);
  }
  return null;
}

/** Someone off the list was judged at the door; the roll only notes that they are here. */
function justAdmitted(line: RollLine): boolean {
  return line.provisional && line.attendance.kind === 'unknown';
}

/** an absentee who comes after all finds somebody off the list at their table, who is given another one first. */
function tableLent(state: CentreState, place: Place, candidates: readonly CandidateId[]): Refusal | null {
  const named = new Set(candidates);
  const roll = rollOf(state, place.sitting, place.room);
  for (const line of roll) {
    const other = named.has(line.id) ? lentTo(roll, line) : null;
    if (other) return refusal('R-009', { kind: 'table-lent', table: line.table, to: other.id }, anyHead);
  }
  return null;
}

function wasSaidPresent(line: RollLine): boolean {
  const said = line.attendance;
  if (said.kind === 'contested') return said.versions.some((each) => each.value.status === 'present');
  return isPresent(line);
}

/** Who gave a script back was here. */
function composedAlready(state: CentreState, place: Place, candidates: readonly CandidateId[]): Refusal | null {
  const named = new Set(candidates);
  const left = rollOf(state, place.sitting, place.room).find((line) => named.has(line.id) && line.departure);
  return left ? refusal('R-080', { kind: 'already-left', candidate: left.id }) : null;
}

/** one hour at most from the start on the board. Nobody may set it aside. */
function tooLate(state: CentreState, place: Place, line: RollLine, arrivedAt: Instant): Refusal | null {
  const sitting = fact(state, 'sittings', 'session', place.sitting);
  if (!sitting) return unknown('sitting');
  const limit = latestEntry(state, sitting, place.room, line.paper);
  return arrivedAt > limit ? refusal('R-071', { kind: 'too-late', limit, arrivedAt }) : null;
}

/** UC: latecomers are not evaluated, but for force majeure while nobody has left yet. */
function unitsLate(state: CentreState, place: Place, line: RollLine, forceMajeure: boolean): Refusal | null {
  if (regulationOf(state, line.paper)?.family !== 'UC') return null;
  if (!forceMajeure) return refusal('R-073', { kind: 'late-not-evaluated' });
  const left = rollOf(state, place.sitting, place.room).find((other) => other.departure);
  return left ? refusal('R-074', { kind: 'somebody-left', candidate: left.id }) : null;
}
