import type { RoomId, SittingId } from '../../kernel/ids';
import { type Instant, later, minutes } from '../../kernel/instant';
import type { Paper, Sitting } from '../papers/kinds';
import type { Regulation } from '../session/kinds';
import { startsAt, zoneOf } from '../session/today';
import { type CentreState, fact } from '../state';
import { inRoomOfPaper } from './kinds';

/** One hour, unless the diploma's regulation says otherwise. */
const HOUR_OF_THE_RULE = 60;

/** t0 of a paper in a room: the start on the board; null until the subjects are given out. */
export function boardStartOf(state: CentreState, sitting: SittingId, room: RoomId, paper: Paper): Instant | null {
  return fact(state, 'starts', sitting, inRoomOfPaper(room, paper.id))?.boardStart ?? null;
}

/** Until when a latecomer may be let in, from t0, or from the planned start until t0 is known. */
export function latestEntry(state: CentreState, sitting: Sitting, room: RoomId, paper: Paper): Instant {
  const from = boardStartOf(state, sitting.id, room, paper) ?? startsAt(sitting, zoneOf(state));
  return later(from, minutes(regulationOf(state, paper)?.latecomerMinutes ?? HOUR_OF_THE_RULE));
}

/** Before when nobody leaves and no subject leaves the room; null before the start. */
export function earliestExit(state: CentreState, sitting: SittingId, room: RoomId, paper: Paper): Instant | null {
  const from = boardStartOf(state, sitting, room, paper);
  return from && later(from, minutes(regulationOf(state, paper)?.noExitMinutes ?? HOUR_OF_THE_RULE));
}

export function regulationOf(state: CentreState, paper: Paper): Regulation | null {
  return fact(state, 'regulations', 'session', paper.diploma);
}
