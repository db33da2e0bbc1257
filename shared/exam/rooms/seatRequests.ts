import { type CandidateId, candidateId, type EntryId, type RoomId, type SittingId } from '../../kernel/ids';
import { heads } from '../../kernel/register';
import { type CentreState, fact, facts, type Values } from '../state';

/** What became of a place that a room asked for. */
export type SeatAnswer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'placed'; readonly room: RoomId; readonly table: number }
  | { readonly kind: 'denied'; readonly reason: string };

/** A place asked for somebody off the list whose room has none, and the head's answer to it. */
export interface SeatRequest {
  readonly candidate: CandidateId;
  /** The entries that ask: a denial answers those it names, and none that was written after it. */
  readonly asked: readonly EntryId[];
  readonly person: Values['seatsAsked'];
  readonly answer: SeatAnswer;
}

export function seatRequests(state: CentreState, sitting: SittingId): readonly SeatRequest[] {
  return [...facts(state, 'seatsAsked', sitting)].map(([key, person]) => {
    const asked = heads(state.shelves.get('seatsAsked')?.get(sitting)?.get(key), state.withdrawn).map(({ id }) => id);
    return { candidate: candidateId.of(key), asked, person, answer: answerTo(state, sitting, key, person, asked) };
  });
}

function answerTo(
  state: CentreState,
  sitting: SittingId,
  candidate: string,
  { room }: Values['seatsAsked'],
  asked: readonly EntryId[],
): SeatAnswer {
  const seated = fact(state, 'provisional', sitting, candidate);
  if (seated && seated.room !== room) return { kind: 'placed', room: seated.room, table: seated.table };
  const denied = fact(state, 'seatsDenied', sitting, candidate);
  if (!denied || (denied.asked.length > 0 && !asked.every((each) => denied.asked.includes(each)))) {
    return { kind: 'waiting' };
  }
  return { kind: 'denied', reason: denied.reason };
}
