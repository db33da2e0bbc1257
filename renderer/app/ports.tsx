import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/bridge/bridge';
import { MINUTE } from '../../shared/kernel/clockTime';
import type { DiskSpace } from '../../shared/kernel/diskSpace';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock, Random } from '../../shared/kernel/ports';
import type { ExchangeHealth } from '../headquarters/followExchange';
import type { BaseState } from '../journal/windowJournal';
import type { NetworkHealth } from '../network/followNetwork';
import { useTurning } from './useTurning';

/** How the local database stands to the journal's file. */
export interface BaseHealth {
  readonly state: BaseState;
}

/** How much room the journal’s disk has. */
export interface DiskRoom {
  readonly space: DiskSpace;
}

/** What screens may reach beyond the desk's store. */
export interface AppPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly bridge: Bridge;
  readonly base: StoreApi<BaseHealth>;
  readonly disk: StoreApi<DiskRoom>;
  readonly exchange: StoreApi<ExchangeHealth>;
  readonly network: StoreApi<NetworkHealth>;
}

const Ports = createContext<AppPorts | null>(null);

export function PortsProvider({ ports, children }: { readonly ports: AppPorts; readonly children: ReactNode }) {
  return <Ports.Provider value={ports}>{children}</Ports.Provider>;
}

export function usePorts(): AppPorts {
  const ports = useContext(Ports);
  if (!ports) throw new Error('a screen was drawn outside PortsProvider');
  return ports;
}

/** How the local database stands to the journal's file. */
export function useBaseState(): BaseState {
  return useStore(usePorts().base, ({ state }) => state);
}

/** How much room the journal’s disk has. */
export function useDiskSpace(): DiskSpace {
  return useStore(usePorts().disk, ({ space }) => space);
}

/** The time, told anew at each turn of the minute, or of `every` milliseconds. */
export function useNow(every: number = MINUTE): Instant {
  const { clock } = usePorts();
  return useTurning(clock.now, every);
}
