import { useStore } from 'zustand';
import type { NetworkState } from '../../shared/bridge/network';
import { usePorts } from '../app/ports';

/** How this machine stands in the centre's own network; null until it was first told. */
export function useNetwork(): NetworkState | null {
  return useStore(usePorts().network, ({ state }) => state);
}
