import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { ExchangeState } from '../../shared/bridge/exchange';
import type { EntryId } from '../../shared/kernel/ids';
import { usePorts } from '../app/ports';
import { type Reach, reachOf } from './reach';

export type EnrolledState = Extract<ExchangeState, { kind: 'enrolled' }>;

/** How this machine stands with headquarters; null until it was first told. */
export function useExchange(): ExchangeState | null {
  return useStore(usePorts().exchange, ({ state }) => state);
}

/** As `useExchange`; null too while this machine is enrolled nowhere. */
export function useEnrolled(): EnrolledState | null {
  const state = useExchange();
  return state?.kind === 'enrolled' ? state : null;
}

/** Tells how far an entry has come; null while this machine talks to nobody: then all is here, and nowhere else. */
export function useReach(): ((id: EntryId) => Reach) | null {
  const { received, placeOf } = useStore(usePorts().exchange);
  const { atRelay, passed } = useStore(usePorts().network);
  const headquarters = received ?? passed;
  const reach = useCallback(
    (id: EntryId): Reach => reachOf({ headquarters, relay: atRelay }, id, placeOf(id)),
    [headquarters, atRelay, placeOf],
  );
  return headquarters || atRelay ? reach : null;
}
