import { useEffect, useState } from 'react';
import type { NetworkState } from '../../../shared/bridge/network';
import type { JoiningState, NearbyRelay } from '../../../shared/bridge/pairing';
import { usePorts } from '../../app/ports';

/** How far this machine has come in joining a centre; null until it was first told. */
export function useJoining(): JoiningState | null {
  const { bridge } = usePorts();
  const [state, setState] = useState<JoiningState | null>(null);
  useEffect(() => {
    const end = bridge.on.joiningChanged(setState);
    void bridge.joiningState().then((first) => setState((told) => told ?? first));
    return end;
  }, [bridge]);
  return state;
}

/** The relays that this machine is kept level with; null until they were first told. */
export function useRelays(): NetworkState['relays'] | null {
  const { bridge } = usePorts();
  const [state, setState] = useState<NetworkState | null>(null);
  useEffect(() => {
    const end = bridge.on.networkChanged(setState);
    void bridge.networkState().then((first) => setState((told) => told ?? first));
    return end;
  }, [bridge]);
  return state?.relays ?? null;
}

/** The relays that say they are near, for as long as the screen that asks is there. */
export function useNearby(): readonly NearbyRelay[] {
  const { bridge } = usePorts();
  const [found, setFound] = useState<readonly NearbyRelay[]>([]);
  useEffect(() => {
    const end = bridge.on.nearbyChanged(setFound);
    void bridge.lookNearby({ on: true });
    return () => {
      end();
      void bridge.lookNearby({ on: false });
    };
  }, [bridge]);
  return found;
}
