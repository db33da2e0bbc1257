import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/bridge/bridge';
import type { ExchangeState } from '../../shared/bridge/exchange';
import type { EntryId } from '../../shared/kernel/ids';
import { onceMore } from '../../shared/kernel/onceMore';
import { follow } from '../app/following';
import { type EntryPlace, type Received, receivedFrom } from './reach';

/** How this machine stands with headquarters, and what it has signed for. */
export interface ExchangeHealth {
  /** Null until it was first told. */
  readonly state: ExchangeState | null;
  readonly received: Received | null;
  /** Where a saved entry lies in the journal. */
  readonly placeOf: (id: EntryId) => EntryPlace | null;
}

export const nothingHeard: ExchangeHealth = { state: null, received: null, placeOf: () => null };

/** Keeps the store as the main process tells it, for as long as the window is open. */
export function followExchange({
  bridge,
  exchange,
}: {
  readonly bridge: Bridge;
  readonly exchange: StoreApi<ExchangeHealth>;
}): void {
  const askReceived = onceMore(async () => {
    exchange.setState({ received: receivedFrom(await bridge.receivedThere()) });
  });

  follow(bridge.on.exchangeChanged, bridge.exchangeState, (state) => {
    exchange.setState(state.kind === 'alone' ? { state, received: null } : { state });
    if (state.kind === 'enrolled') void askReceived();
  });
}
