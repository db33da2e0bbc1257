import type { NetworkState } from '../../shared/bridge/network';

/** Whether one of the centre's relays has signed for everything that this machine holds. */
export function isAtRelay(network: NetworkState | null): boolean {
  return network?.relays.some(({ phase, awaited, trouble }) => phase === 'level' && awaited === 0 && !trouble) ?? false;
}
