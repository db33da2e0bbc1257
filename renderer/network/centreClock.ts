import type { Bridge } from '../../shared/bridge/bridge';
import type { NetworkState } from '../../shared/bridge/network';
import { instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';

/**
 * The centre's time: this machine's clock, put right by what is known of headquarters' or a relay's. So every machine of
 * the centre shows the same hour and the same end, however wrong its own clock is.
 */
export function centreClock(bridge: Pick<Bridge, 'networkState' | 'on'>): Clock {
  let ahead = 0;
  let told = false;
  const heard = (state: NetworkState) => {
    ahead = state.ahead ?? 0;
  };
  bridge.on.networkChanged((state) => {
    told = true;
    heard(state);
  });
  void bridge.networkState().then((state) => {
    if (!told) heard(state);
  });
  return { now: () => instant.of(Date.now() + ahead) };
}
