import { allocate } from '../../../shared/allocation/allocate';
import { allocationRequest } from '../../../shared/allocation/day';
import type { Assignment } from '../../../shared/allocation/request';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { Seat } from '../../../shared/exam/rooms/kinds';
import type { CentreState } from '../../../shared/exam/state';
import type { CandidateId } from '../../../shared/kernel/ids';
import type { DayPlacement } from './dayPlacement';

export interface Change {
  readonly candidate: Candidate;
  readonly from: Seat | null;
  readonly to: Seat | null;
}

/** What a new allocation would change, before anything is written. */
export interface Changes {
  /** Had no table, get one. */
  readonly seated: readonly Change[];
  /** Change tables, or lose theirs. */
  readonly moved: readonly Change[];
  /** How many stay where they are. */
  readonly kept: number;
  /** How many have no table afterwards. */
  readonly left: number;
  /** The seats to write: only what differs. */
  readonly seats: readonly { readonly candidate: CandidateId; readonly seat: Seat | null }[];
}

/** Allocates the day anew, keeping the seats already given or none of them, and tells what that changes. */
export function proposal(state: CentreState, placement: DayPlacement, keep: 'seats' | 'nothing'): Changes {
  const request = allocationRequest(state, placement.day, keep);
  const sound = request.kept.filter(({ candidate }) => placement.seats.has(candidate));
  return changesTo(placement, allocate({ ...request, kept: sound }).seats);
}

function changesTo(placement: DayPlacement, seats: readonly Assignment[]): Changes {
  const after = new Map(seats.map(({ candidate, seat }) => [candidate, seat]));
  const seated: Change[] = [];
  const moved: Change[] = [];
  let kept = 0;
  let left = 0;
  for (const candidate of placement.expected.values()) {
    const from = placement.seats.get(candidate.id) ?? null;
    const to = after.get(candidate.id) ?? null;
    if (!to) left += 1;
    if (sameSeat(from, to)) kept += to ? 1 : 0;
    else (from ? moved : seated).push({ candidate, from, to });
  }
  const changed = [...seated, ...moved].map(({ candidate, to }) => ({ candidate: candidate.id, seat: to }));
  return { seated, moved, kept, left, seats: changed };
}

function sameSeat(one: Seat | null, other: Seat | null): boolean {
  return one === other || (one !== null && other !== null && one.room === other.room && one.table === other.table);
}
