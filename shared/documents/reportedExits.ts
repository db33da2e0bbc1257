import type { ExitReason } from '../exam/incidents/kinds';
import type { RollLine } from '../exam/rooms/roll';
import { type CentreState, fact, reading } from '../exam/state';
import { extraMinutesPerHour } from '../exam/timing/ends';
import type { SittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { type OnReport, onReport } from './facts';
import { type Told, told } from './told';

/** A provisional exit, as the table of the form has it. */
export interface ReportedExit extends OnReport {
  readonly reason: ExitReason;
  readonly at: Instant;
  readonly returned: Told<Instant>;
  /** When the script was handed in for good. */
  readonly handedIn: Told<Instant>;
  readonly accompaniedBy: string;
  readonly sheetsTaken: boolean;
}

/** The final exit of a candidate with extra time. */
export interface ReportedFinalExit extends OnReport {
  /** The latest end their extra time gives; null before the subjects are given out. */
  readonly latestEnd: Instant | null;
  readonly handedIn: Told<Instant>;
}

/** The exits of these candidates in order of time. */
export function reportedExits(
  state: CentreState,
  sitting: SittingId,
  lines: readonly RollLine[],
): readonly ReportedExit[] {
  return lines
    .flatMap((line) =>
      line.exits.map((exit) => {
        const begun = fact(state, 'exits', sitting, exit.id);
        return {
          ...onReport(line),
          reason: exit.reason,
          at: exit.at,
          returned: told(reading(state, 'exitsEnded', sitting, exit.id), ({ at }) => at),
          handedIn: handedIn(state, sitting, line),
          accompaniedBy: begun?.accompaniedBy ?? '',
          sheetsTaken: begun?.sheetsTaken ?? false,
        };
      }),
    )
    .sort((a, b) => a.at - b.at || a.table - b.table);
}

/** One line per candidate who has extra time and is not absent. */
export function reportedFinalExits(
  state: CentreState,
  sitting: SittingId,
  lines: readonly RollLine[],
): readonly ReportedFinalExit[] {
  return lines
    .filter((line) => extraMinutesPerHour(line.accommodations) > 0)
    .filter(({ attendance }) => attendance.kind === 'unknown' || !saysAbsent(attendance))
    .map((line) => ({ ...onReport(line), latestEnd: line.endsAt, handedIn: handedIn(state, sitting, line) }));
}

function handedIn(state: CentreState, sitting: SittingId, line: RollLine): Told<Instant> {
  return told(reading(state, 'departures', sitting, line.id), ({ at }) => at);
}

function saysAbsent(attendance: RollLine['attendance']): boolean {
  return (attendance.kind === 'known' || attendance.kind === 'corroborated') && attendance.value.status === 'absent';
}
