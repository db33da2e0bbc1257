import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/bridge/bridge';
import type { NetworkState } from '../../shared/bridge/network';
import { onceMore } from '../../shared/kernel/onceMore';
import { follow } from '../app/following';
import { type Received, receivedFrom } from '../headquarters/reach';
import { inCentreTime } from './inCentreTime';

/** How this machine stands in the centre's own network, and how far what it holds has come by it. */
export interface NetworkHealth {
  /** Null until it was first told. */
  readonly state: NetworkState | null;
  /** What relays of the centre have signed for; null where this machine talks to none. */
  readonly atRelay: Received | null;
  /** What headquarters has signed for, as far as relays passed it on. */
  readonly passed: Received | null;
}

export const nobodyHeard: NetworkHealth = { state: null, atRelay: null, passed: null };

/** Keeps the store as the main process tells it, for as long as the window is open. */
export function followNetwork({
  bridge,
  network,
}: {
  readonly bridge: Bridge;
  readonly network: StoreApi<NetworkHealth>;
}): void {
  const askReceived = onceMore(async () => {
    const [relays, there] = await Promise.all([bridge.receivedAtRelay(), bridge.passedByRelays()]);
    network.setState({ atRelay: receivedFrom(relays), passed: receivedFrom(there) });
  });

  follow(bridge.on.networkChanged, bridge.networkState, (told) => {
    const state = inCentreTime(told);
    network.setState(state.relays.length === 0 ? { state, atRelay: null, passed: null } : { state });
    if (state.relays.length > 0) void askReceived();
  });
}
