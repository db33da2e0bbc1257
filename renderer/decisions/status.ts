import type { Decision } from '../../shared/exam/decisions/decisions';
import { zoneOf } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import type { Instant } from '../../shared/kernel/instant';
import { briefRoomName, personName } from '../chronicle/names';
import { decisionsText as text } from '../text/decisions';
import { hourText } from '../text/times';

/** What became of a decision in its room. @param silentSince when its machine was last heard of, if it is not any more */
export function decisionStatus(
  state: CentreState,
  { seen, over, room }: Decision,
  silentSince: Instant | null,
): string {
  const zone = zoneOf(state);
  if (seen) return text.seenAt(seen.aloud, hourText(seen.at, zone), personName(state, seen.person));
  if (over) return text.over;
  const awaited = text.awaited(briefRoomName(state, room));
  return silentSince === null ? awaited : `${awaited}, ${text.silent(hourText(silentSince, zone))}`;
}
