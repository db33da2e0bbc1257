import type { Bridge } from '../../shared/bridge/bridge';
import { instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import { follow } from '../app/following';

/**
 * The centre's time: this machine's clock, put right by what is known of headquarters' or a relay's. So every machine of
 * the centre shows the same hour and the same end, however wrong its own clock is.
 */
export function centreClock(bridge: Pick<Bridge, 'networkState' | 'on'>): Clock {
  let ahead = 0;
  follow(bridge.on.networkChanged, bridge.networkState, (state) => {
    ahead = state.ahead ?? 0;
  });
  return { now: () => instant.of(Date.now() + ahead) };
}
