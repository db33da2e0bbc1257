import type { PaperId, RoomId, SittingId } from '../../kernel/ids';
import { type CentreState, fact, type Values } from '../state';
import { inRoomOfPaper } from './kinds';

/** True when a subject may leave its envelope: sealed until then, the right label, the right subject. */
export function envelopeFits(check: Values['envelopes']): boolean {
  return check.sealed && check.labelMatches && check.subjectMatches;
}

/** Whether the envelope of a paper was checked in a room, and whether it fits. */
export function envelopeState(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  paper: PaperId,
): 'unchecked' | 'fits' | 'differs' {
  const check = fact(state, 'envelopes', sitting, inRoomOfPaper(room, paper));
  if (!check) return 'unchecked';
  return envelopeFits(check) ? 'fits' : 'differs';
}
