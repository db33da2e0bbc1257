import type { NetworkState } from '../../shared/bridge/network';
import { type Instant, instant } from '../../shared/kernel/instant';

/** The same, its moments told in the centre's time instead of this machine's. */
export function inCentreTime(state: NetworkState): NetworkState {
  const ahead = state.ahead ?? 0;
  if (ahead === 0) return state;
  const put = (moment: Instant) => instant.of(moment + ahead);
  const putAt = <T extends { readonly at: Instant }>(each: T): T => ({ ...each, at: put(each.at) });
  return {
    ...state,
    heard: state.heard.map(putAt),
    turnedAway: state.turnedAway.map((each) => ({ ...each, first: put(each.first), last: put(each.last) })),
    relays: state.relays.map((relay) => ({
      ...relay,
      heard: relay.heard.map(putAt),
      heardAt: relay.heardAt && put(relay.heardAt),
      lastContact: relay.lastContact && put(relay.lastContact),
      nextTry: relay.nextTry && put(relay.nextTry),
      trouble: relay.trouble && { ...relay.trouble, since: put(relay.trouble.since) },
    })),
  };
}
