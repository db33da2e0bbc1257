import type { BridgeInput, BridgeOutput } from '../../shared/bridge/bridge';
import type { ExchangeState } from '../../shared/bridge/exchange';
import { err } from '../../shared/kernel/result';

/** The exchange of this machine with headquarters. */
export interface OpenExchange {
  state(): ExchangeState;
  /** Whether whoever is unlocked may enrol this machine, and end that. */
  mayEnrol(): boolean;
  enrol(asked: BridgeInput<'enrol'>): Promise<BridgeOutput<'enrol'>>;
  leave(): Promise<void>;
  now(): void;
  openPortal(): Promise<boolean>;
  receivedThere(): Promise<BridgeOutput<'receivedThere'>>;
}

/** A machine that is enrolled nowhere. */
export function openExchange(): OpenExchange {
  return {
    state: () => ({ kind: 'alone' }),
    mayEnrol: () => false,
    enrol: async () => err({ kind: 'not-allowed' }),
    leave: async () => undefined,
    now: () => undefined,
    openPortal: async () => false,
    receivedThere: async () => ({ chains: [], forks: [] }),
  };
}
