import type { RoomId, SittingId } from '../../kernel/ids';
import { HOUR, type Instant, instant } from '../../kernel/instant';
import type { Paper } from '../papers/kinds';
import { startsAt, zoneOf } from '../session/today';
import { type CentreState, fact } from '../state';
import { boardStartOf, regulationOf } from '../timing/limits';

const HOURS_OF_THE_RULE = 48;

/**
 * Until when a missing identity document must be shown: 48 hours, or what the regulation says, from t0, or from the
 * planned start until t0 is known. Null when the sitting is unknown.
 */
export function identityDue(state: CentreState, sitting: SittingId, room: RoomId, paper: Paper): Instant | null {
  const held = fact(state, 'sittings', 'session', sitting);
  if (!held) return null;
  const from = boardStartOf(state, sitting, room, paper) ?? startsAt(held, zoneOf(state));
  return instant.of(from + (regulationOf(state, paper)?.identityHours ?? HOURS_OF_THE_RULE) * HOUR);
}
