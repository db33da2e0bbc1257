import { decisionInWords } from '../../shared/documents/decisionWords';
import type { Decision } from '../../shared/exam/decisions/decisions';
import { zoneOf } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import { decisionsText } from '../text/decisions';
import { listed } from '../text/sentences/sentence';

type Said = Pick<Decision, 'sitting' | 'room' | 'entry' | 'matters' | 'takenBack'>;

/** What was decided, in a clause: all that one entry decided for a room. */
export function whatWas(state: CentreState, { sitting, room, entry, matters, takenBack }: Said): string {
  const read = { state, sitting, room, entry, zone: zoneOf(state) };
  const what = listed(matters.map((matter) => decisionInWords(matter, read)));
  return takenBack ? decisionsText.undone(what) : what;
}

/** Longer ones are read where they were decided, and in the journal. */
const most = 180;

/** The same for a list: cut between two words where it is long. */
export function whatWasBriefly(state: CentreState, said: Said): string {
  const whole = whatWas(state, said);
  return whole.length > most ? `${whole.slice(0, whole.lastIndexOf(' ', most))}…` : whole;
}
