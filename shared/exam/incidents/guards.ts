import type { CommandOf } from '../catalogue';
import { firstRefusal, type Guards, type Occasion } from '../guard';
import { leadsRoom } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { afterTheEnd, composesNow, lineOf, onTheRoll, roomOpen, stayUntil, unknown } from '../rooms/conditions';
import { currentExit, type RollLine, rollOf } from '../rooms/roll';
import { fact } from '../state';

export const incidentGuards: Guards<
  'exit.started' | 'exit.ended' | 'incident.recorded' | 'incident.decided' | 'observation.written'
> = {
  'exit.started': leavesForAWhile,
  'exit.ended': ({ about }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const exit = fact(occasion.state, 'exits', about.sitting, about.exit);
        return exit?.room === about.room ? null : unknown('exit');
      },
      () =>
        fact(occasion.state, 'exitsEnded', about.sitting, about.exit) ? refusal('R-078', { kind: 'not-out' }) : null,
    ),
  'incident.recorded': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => onTheRoll(occasion.state, about, data.candidates),
    ),
  'incident.decided': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () =>
        fact(occasion.state, 'incidents', about.sitting, about.incident)?.room === about.room
          ? null
          : unknown('incident'),
      () => {
        const before = fact(occasion.state, 'incidentsDecided', about.sitting, about.incident);
        const same = before?.decision === data.decision && before.say === data.say;
        return same ? refusal('house', { kind: 'nothing-new' }) : null;
      },
    ),
  'observation.written': ({ about }, { state }) => roomOpen(state, about),
};

/** A provisional exit: and, for those whom a measure lets out from the first hour, R-033. */
function leavesForAWhile({ about, data }: CommandOf<'exit.started'>, occasion: Occasion): Refusal | null {
  const { state } = occasion;
  const roll = rollOf(state, about.sitting, about.room);
  const line = lineOf(state, about, about.candidate);
  return firstRefusal(
    occasion,
    () => roomOpen(state, about),
    () => (line ? composesNow(state, about, line) : unknown('candidate')),
    () => line && afterTheEnd(state, about, line, data.at),
    () => (line && currentExit(line) ? refusal('R-079', { kind: 'someone-is-out', candidate: line.id }) : null),
    () => (line && data.reason === 'accommodation' && !mayCare(line) ? notGranted() : null),
    () => {
      const until = line && stayUntil(state, about, line);
      const bound = data.reason === 'toilet' && line && !mayCare(line);
      return bound && until !== null && data.at < until ? refusal('R-077', { kind: 'first-hour', until }) : null;
    },
    () => {
      const other = roll.find((each) => each.id !== about.candidate && currentExit(each));
      const pressing = data.reason === 'illness' || data.reason === 'necessity';
      return other && !pressing ? refusal('R-079', { kind: 'someone-is-out', candidate: other.id }, leadsRoom) : null;
    },
    () => (data.sheetsTaken ? null : refusal('R-078', { kind: 'sheets-not-taken' })),
    () => (data.accompaniedBy.trim() === '' ? refusal('R-079', { kind: 'not-accompanied' }, leadsRoom) : null),
  );
}

/** May go out from the first hour: a care break, granted or shown on a notice. */
function mayCare(line: RollLine): boolean {
  return line.accommodations.some((each) => each.kind === 'careBreak');
}

function notGranted(): Refusal {
  return refusal('R-031', { kind: 'measure-not-granted' });
}
