import type { RollLine } from '../../../shared/exam/rooms/roll';
import { currentExit, isAbsent, isPresent } from '../../../shared/exam/rooms/roll';

/** What a seat shows: one word and its shape. `settle` is what somebody must still see to. */
export type SeatStatus =
  | { readonly kind: 'unmarked' | 'present' | 'absent' | 'left' }
  | { readonly kind: 'settle'; readonly what: 'contested' | 'identity' | 'late' }
  | { readonly kind: 'out' };

/** The status that matters most for the person standing in the room. */
export function statusOf(line: RollLine): SeatStatus {
  if (line.attendance.kind === 'contested') return { kind: 'settle', what: 'contested' };
  if (line.late.kind === 'awaiting') return { kind: 'settle', what: 'late' };
  if (isAbsent(line)) return { kind: 'absent' };
  if (!isPresent(line)) return { kind: 'unmarked' };
  if (line.departure) return { kind: 'left' };
  if (currentExit(line)) return { kind: 'out' };
  if (line.identity.kind === 'owed' || line.identity.kind === 'notShown') return { kind: 'settle', what: 'identity' };
  return { kind: 'present' };
}
