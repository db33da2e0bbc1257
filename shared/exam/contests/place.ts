import {
  type CandidateId,
  candidateId,
  type Day,
  day,
  type PaperId,
  type PersonId,
  paperId,
  personId,
  type RoomId,
  roomId,
  type SittingId,
  sittingId,
} from '../../kernel/ids';
import { expectedAt } from '../rooms/expected';
import { type CentreState, fact } from '../state';
import { type Contest, contestsOf } from './contests';
import { handling } from './handling';

/** Where a contested fact belongs, as far as it names anything. */
export interface ContestPlace {
  readonly sitting: SittingId | null;
  readonly day: Day | null;
  /** Every room that a version names, and the one where the candidate is expected. */
  readonly rooms: readonly RoomId[];
  readonly candidate: CandidateId | null;
  readonly paper: PaperId | null;
  readonly person: PersonId | null;
}

export function placeOf(state: CentreState, contest: Contest): ContestPlace {
  const how = handling[contest.aspect];
  const keyed = how.when === 'contested' ? how.keyed : null;
  const [first = '', second = ''] = contest.key.split('|');
  const on = sitting(state, contest.scope);
  const exit = keyed === 'exit' ? exitOf(state, contest) : null;
  const candidate = keyed === 'candidate' ? parsed(candidateId.parse(contest.key)) : (exit?.candidate ?? null);
  const inRoom = keyed === 'room' || keyed === 'paperInRoom' || keyed === 'personInRoom' || keyed === 'aRoom';
  const room = inRoom ? parsed(roomId.parse(first)) : (exit?.room ?? null);
  const expected = candidate && on ? expectedIn(state, on, candidate) : [];
  return {
    sitting: on,
    day: contest.aspect === 'seats' ? parsed(day.parse(contest.scope)) : null,
    rooms: [...new Set([...(room ? [room] : []), ...roomsSaid(contest), ...expected])].sort(),
    candidate,
    paper:
      keyed === 'paperInRoom'
        ? parsed(paperId.parse(second))
        : keyed === 'aPaper'
          ? parsed(paperId.parse(first))
          : null,
    person:
      keyed === 'personInRoom'
        ? parsed(personId.parse(second))
        : keyed === 'aPerson'
          ? parsed(personId.parse(first))
          : null,
  };
}

/** What is contested of a room at a sitting, its candidates' facts included. */
export function contestsIn(state: CentreState, at: SittingId, room: RoomId): readonly Contest[] {
  return contestsOf(state).filter((contest) => isIn(state, contest, at, room));
}

/** What is contested of a candidate at a sitting, or of them altogether. */
export function contestsAbout(state: CentreState, candidate: CandidateId, at: SittingId | null): readonly Contest[] {
  return contestsOf(state).filter((contest) => {
    const place = placeOf(state, contest);
    return place.candidate === candidate && (at === null || place.sitting === null || place.sitting === at);
  });
}

function isIn(state: CentreState, contest: Contest, at: SittingId, room: RoomId): boolean {
  const { sitting: of, day: on, rooms, candidate } = placeOf(state, contest);
  if (of !== null) return of === at && rooms.includes(room);
  if (contest.aspect === 'rooms') return rooms.includes(room);
  if (candidate === null || (on !== null && fact(state, 'sittings', 'session', at)?.day !== on)) return false;
  return rooms.includes(room) || expectedIn(state, at, candidate).includes(room);
}

function sitting(state: CentreState, scope: string): SittingId | null {
  const at = parsed(sittingId.parse(scope));
  return at && fact(state, 'sittings', 'session', at) ? at : null;
}

function exitOf(state: CentreState, { scope, key }: Contest) {
  return state.shelves.get('exits')?.get(scope)?.get(key)?.[0]?.value ?? null;
}

function expectedIn(state: CentreState, at: SittingId, candidate: CandidateId): readonly RoomId[] {
  return [...expectedAt(state, at)].flatMap(([room, here]) => (here.some((each) => each.id === candidate) ? room : []));
}

function roomsSaid({ versions }: Contest): readonly RoomId[] {
  return versions.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'room' in value && typeof value.room === 'string' ? value.room : [],
  );
}

function parsed<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T | null {
  return result.ok ? result.value : null;
}
