import type { CandidateId, EntryId, PaperId, PersonId, RoomId, SittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { Role } from '../kernel/role';
import type { RoomCheckPoint } from './rooms/kinds';

/** What people recorded at a sitting, the weightiest that there is. */
export type Recorded = 'report' | 'clock' | 'attendance' | 'procedure';

/** Why a command is refused, as facts: one place in the interface turns them into a French sentence. */
export type Because =
  | { readonly kind: 'not-entitled'; readonly role: Role }
  | { readonly kind: 'malformed'; readonly field: string }
  | {
      readonly kind: 'unknown-subject';
      readonly what:
        | 'candidate'
        | 'room'
        | 'sitting'
        | 'paper'
        | 'entry'
        | 'session'
        | 'person'
        | 'exit'
        | 'incident'
        | 'message'
        | 'machine';
    }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'report-closed'; readonly closedAt: Instant }
  | { readonly kind: 'room-not-checked' }
  | { readonly kind: 'check-incomplete'; readonly missing: readonly RoomCheckPoint[] }
  | { readonly kind: 'roll-incomplete'; readonly missing: number }
  | { readonly kind: 'notice-not-read' }
  | { readonly kind: 'envelope-not-checked'; readonly paper: PaperId }
  | { readonly kind: 'envelope-mismatch'; readonly paper: PaperId }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'already-started'; readonly boardStart: Instant }
  | { readonly kind: 'start-on-the-board'; readonly boardStart: Instant }
  | { readonly kind: 'not-present'; readonly candidate: CandidateId }
  | { readonly kind: 'started-so-late'; readonly distributedAt: Instant }
  | { readonly kind: 'paper-ended'; readonly at: Instant }
  | { readonly kind: 'paper-not-ended'; readonly paper: PaperId }
  | { readonly kind: 'nobody-sits'; readonly paper: PaperId }
  | { readonly kind: 'already-present'; readonly candidate: CandidateId }
  | { readonly kind: 'late-without-leave'; readonly candidate: CandidateId; readonly limit: Instant }
  | { readonly kind: 'late-refused'; readonly candidate: CandidateId }
  | { readonly kind: 'not-announced' }
  | { readonly kind: 'due-too-late'; readonly limit: Instant }
  | { readonly kind: 'identity-not-owed' }
  | { readonly kind: 'too-late'; readonly limit: Instant; readonly arrivedAt: Instant }
  | { readonly kind: 'somebody-left'; readonly candidate: CandidateId }
  | { readonly kind: 'late-not-evaluated' }
  | { readonly kind: 'first-hour'; readonly until: Instant }
  | { readonly kind: 'held-until-next-subject'; readonly paper: PaperId }
  | { readonly kind: 'someone-is-out'; readonly candidate: CandidateId }
  | { readonly kind: 'sheets-not-taken' }
  | { readonly kind: 'not-accompanied' }
  | { readonly kind: 'measure-not-granted' }
  | { readonly kind: 'not-out' }
  | { readonly kind: 'already-left'; readonly candidate: CandidateId }
  | { readonly kind: 'nothing-handed-in' }
  | { readonly kind: 'before-the-end'; readonly endsAt: Instant }
  | { readonly kind: 'candidates-still-composing'; readonly candidates: readonly CandidateId[] }
  | {
      readonly kind: 'count-differs';
      readonly present: number;
      readonly absent: number;
      readonly scripts: number;
      readonly blank: number;
      readonly absentSheets: number;
    }
  | { readonly kind: 'count-missing'; readonly paper: PaperId }
  | { readonly kind: 'contested'; readonly candidates: readonly CandidateId[] }
  | { readonly kind: 'signature-missing'; readonly person: PersonId }
  | { readonly kind: 'stated-otherwise' }
  /** Who sits there is not known on this machine: their particulars, or those of the whole room, are not held. */
  | { readonly kind: 'list-unheld'; readonly candidates: readonly CandidateId[] }
  | { readonly kind: 'not-closed' }
  | { readonly kind: 'table-taken'; readonly table: number; readonly by: CandidateId }
  | { readonly kind: 'table-lent'; readonly table: number; readonly to: CandidateId }
  | { readonly kind: 'table-off'; readonly table: number }
  | { readonly kind: 'room-contested'; readonly room: RoomId }
  /** Said in several ways, none of them by this person: whoever may settle it does. */
  | { readonly kind: 'head-settles' }
  | { readonly kind: 'facts-contested'; readonly count: number }
  | { readonly kind: 'room-in-use'; readonly room: RoomId }
  | { readonly kind: 'recorded-there'; readonly recorded: Recorded; readonly room: RoomId | null }
  | { readonly kind: 'paper-scheduled'; readonly sitting: SittingId }
  | { readonly kind: 'paper-awaited'; readonly by: PaperId }
  | { readonly kind: 'teaches-here'; readonly person: PersonId; readonly division: string }
  | { readonly kind: 'oral-needs-agreement' }
  | { readonly kind: 'already-on-the-list'; readonly candidate: CandidateId }
  | { readonly kind: 'already-withdrawn'; readonly entry: EntryId }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'message-changed' }
  | { readonly kind: 'last-head'; readonly person: PersonId };

/** A refusal names its rule (`R-071`, or `A-…` for a convention) and who may set it aside, if anyone may. */
export interface Refusal {
  readonly rule: `R-${string}` | `A-${string}` | 'house';
  readonly because: Because;
  readonly overridableBy: readonly Role[];
}

export function refusal(rule: Refusal['rule'], because: Because, overridableBy: readonly Role[] = []): Refusal {
  return { rule, because, overridableBy };
}
