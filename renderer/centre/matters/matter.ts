import type { Awaiting } from '../../../shared/exam/rooms/awaiting';
import type { RollLine } from '../../../shared/exam/rooms/rollLine';
import { calledName } from '../../chronicle/names';

export type MatterOf<K extends Awaiting['kind']> = Extract<Awaiting, { kind: K }>;

/** `NOM Prénom` of a line of the roll. */
export function nameOf(line: RollLine): string {
  return calledName(line);
}

/** What commands about this candidate speak of. */
export function subjectOf(matter: {
  readonly sitting: Awaiting['sitting'];
  readonly room: Awaiting['room'];
  readonly line: RollLine;
}) {
  return { sitting: matter.sitting, room: matter.room, candidate: matter.line.id };
}
