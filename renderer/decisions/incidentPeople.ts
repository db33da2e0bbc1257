import { papersInRoom, type RollLine, rollOf } from '../../shared/exam/rooms/roll';
import type { Regulation } from '../../shared/exam/session/kinds';
import { type CentreState, fact } from '../../shared/exam/state';
import type { CandidateId, RoomId, SittingId } from '../../shared/kernel/ids';
import { calledName, namesIn } from '../chronicle/names';
import { decisionsText } from '../text/decisions';

interface Told {
  readonly room: RoomId;
  readonly candidates: readonly CandidateId[];
}

/** Whom an incident concerns, each with their table where they have one in its room. */
export function namesConcerned(state: CentreState, sitting: SittingId, { room, candidates }: Told): readonly string[] {
  const roll = rollOf(state, sitting, room);
  const names = namesIn(state, () => null);
  return candidates.map((candidate) => {
    const line = roll.find(({ id }) => id === candidate);
    return line ? decisionsText.seated(calledName(line), line.table) : names.candidate(candidate);
  });
}

/** Under whose rules those sit whom an incident concerns: all of its room, where it names nobody. */
export function familiesConcerned(
  state: CentreState,
  sitting: SittingId,
  { room, candidates }: Told,
): ReadonlySet<Regulation['family']> {
  const roll = rollOf(state, sitting, room);
  const named: readonly RollLine[] = roll.filter(({ id }) => candidates.includes(id));
  const papers = papersInRoom(named.length > 0 ? named : roll);
  return new Set(papers.flatMap(({ diploma }) => fact(state, 'regulations', 'session', diploma)?.family ?? []));
}
