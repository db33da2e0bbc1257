import type { Candidate } from '../exam/people/kinds';
import type { Room, Seat } from '../exam/rooms/kinds';
import type { CandidateId, RoomId } from '../kernel/ids';

/** A candidate to be seated. `apart`: has extra time or a room of their own granted, and sits among such candidates. */
export interface Placeable
  extends Pick<Candidate, 'id' | 'familyName' | 'usageName' | 'givenNames' | 'diploma' | 'speciality'> {
  readonly apart: boolean;
}

export interface Assignment {
  readonly candidate: CandidateId;
  readonly seat: Seat;
}

export interface AllocationRequest {
  readonly candidates: readonly Placeable[];
  readonly rooms: readonly Room[];
  /** Seats that stay as they are, whoever put the candidate there. */
  readonly kept: readonly Assignment[];
  /** Tables somebody off the list sits at. */
  readonly taken: readonly Seat[];
}

/** Why a candidate has no table: no room at all, none left of the kind they need, or (`late`) both. */
export type Unplaced = 'no-room' | 'no-table-left' | 'no-extra-time-table-left';

/** Why a seat that was to be kept could not be. */
export type Released = 'room-removed' | 'table-off' | 'table-taken';

export interface Allocation {
  /** Everyone who has a table, kept or new, in order of room and table. */
  readonly seats: readonly Assignment[];
  readonly unplaced: readonly { readonly candidate: CandidateId; readonly why: Unplaced }[];
  readonly released: readonly { readonly candidate: CandidateId; readonly why: Released }[];
  /** The rooms of those who sit apart, and whether they are so flagged or were chosen because none is. */
  readonly extraTimeRooms: { readonly rooms: readonly RoomId[]; readonly from: 'flagged' | 'chosen' };
}
