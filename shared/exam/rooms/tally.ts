import type { CandidateId } from '../../kernel/ids';
import { currentExit, isAbsent, isPresent, type RollLine } from './roll';

/** How a roll stands. `expected` = present + absent + unmarked + contested; nobody contested is counted as anything. */
export interface Tally {
  readonly expected: number;
  readonly present: number;
  readonly absent: number;
  readonly unmarked: number;
  readonly contested: number;
}

export function tallyOf(roll: readonly RollLine[]): Tally {
  let present = 0;
  let absent = 0;
  let contested = 0;
  for (const line of roll) {
    if (isPresent(line)) present++;
    else if (isAbsent(line)) absent++;
    else if (line.attendance.kind === 'contested') contested++;
  }
  return { expected: roll.length, present, absent, contested, unmarked: roll.length - present - absent - contested };
}

export function contestedIn(roll: readonly RollLine[]): readonly CandidateId[] {
  return roll.filter((line) => line.attendance.kind === 'contested').map((line) => line.id);
}

/** Candidates who are out of the room for a while right now. */
export function outOfRoom(roll: readonly RollLine[]): readonly RollLine[] {
  return roll.filter((line) => currentExit(line) !== null);
}

/** Whether something about a candidate waits for the head to decide: a late entry, an identity, a registration. */
export function awaitsHead(line: RollLine): boolean {
  return line.late.kind === 'awaiting' || line.identity.kind === 'owed' || (line.provisional && line.verified === null);
}
