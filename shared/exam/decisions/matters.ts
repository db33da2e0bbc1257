import type { CandidateId, EntryId, PaperId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { Accommodation } from '../people/kinds';
import type { Seat } from '../rooms/kinds';
import type { Aspect } from '../state';

/** One thing that was decided elsewhere and that a room acts on. */
export type Matter =
  /** a latecomer is let in, or not. */
  | { readonly kind: 'latecomer'; readonly candidate: CandidateId; readonly granted: boolean; readonly reason: string }
  /** somebody off the list sits here from now on. */
  | { readonly kind: 'offTheList'; readonly candidate: CandidateId; readonly table: number }
  /** somebody off the list for whom this room had no table sits in another one. */
  | { readonly kind: 'sentOn'; readonly candidate: CandidateId; readonly to: Seat }
  | { readonly kind: 'seatDenied'; readonly candidate: CandidateId; readonly reason: string }
  /** What the verification of somebody off the list found. */
  | { readonly kind: 'registration'; readonly candidate: CandidateId; readonly registered: boolean }
  /** A candidate comes, goes, or changes tables, as the room sees it. */
  | { readonly kind: 'moved'; readonly candidate: CandidateId; readonly from: Seat | null; readonly to: Seat | null }
  /** Extra time or another measure was put right. */
  | {
      readonly kind: 'measures';
      readonly candidate: CandidateId;
      readonly measures: readonly Accommodation[];
    }
  | { readonly kind: 'struckOff'; readonly candidate: CandidateId }
  /** the start on the board was put right. */
  | { readonly kind: 'start'; readonly paper: PaperId; readonly boardStart: Instant }
  /** A paper lasts longer, or less long. */
  | { readonly kind: 'duration'; readonly paper: PaperId; readonly minutes: number; readonly instead: number }
  /** The sitting begins at another hour: `HH:MM`. */
  | { readonly kind: 'hour'; readonly start: string; readonly instead: string }
  | { readonly kind: 'team'; readonly lead: PersonId; readonly others: readonly PersonId[] }
  /** What a head answers to an incident; an empty decision calls off the answer before it. Nothing is said where `say` is empty. */
  | { readonly kind: 'incident'; readonly incident: EntryId; readonly decision: string; readonly say: string }
  /** the report is to be put right and closed anew. */
  | { readonly kind: 'reopened' }
  /** What was said in several ways was settled. */
  | { readonly kind: 'settled'; readonly aspect: Aspect; readonly scope: string; readonly key: string };

export type MatterKind = Matter['kind'];

/** A matter, and the room at a sitting that acts on it. */
export interface MatterInRoom {
  readonly sitting: SittingId;
  readonly room: RoomId;
  readonly matter: Matter;
}
