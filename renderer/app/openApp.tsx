import { type ReactNode, StrictMode } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../shared/bridge/bridge';
import type { Random } from '../../shared/kernel/ports';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';
import { type ExchangeHealth, followExchange, nothingHeard } from '../headquarters/followExchange';
import { centreClock } from '../network/centreClock';
import { followNetwork, type NetworkHealth, nobodyHeard } from '../network/followNetwork';
import { ClockWindow } from '../salle/ClockWindow';
import { App } from './App';
import { fetchFirstDesk } from './desks';
import { type OpeningProgress, openCentre } from './openCentre';
import { type AppPorts, type BaseHealth, type DiskRoom, PortsProvider } from './ports';

/** The desk behind the entrance, once its journal is open. */
export interface OpenedApp {
  /** Whether something must be read, or somebody is there already: then nothing may stand before it. */
  readonly pressing: boolean;
  /** The whole desk, where `entered` came in meanwhile. */
  screen(entered: Actor | null): ReactNode;
}

/** What lies behind the entrance: the journal, the rules and every desk. */
export interface Behind {
  open(progress: (to: OpeningProgress) => void): Promise<OpenedApp>;
  fetchDesk(role: Role): Promise<void>;
  /** The room's clock, in its own window. */
  clock(): ReactNode;
}

export function behind(bridge: Bridge): Behind {
  const clock = centreClock(bridge);
  const random: Random = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };
  const base = createStore<BaseHealth>(() => ({ state: 'level' }));
  const disk = createStore<DiskRoom>(() => ({ space: { level: 'ample' } }));
  const exchange = createStore<ExchangeHealth>(() => nothingHeard);
  const network = createStore<NetworkHealth>(() => nobodyHeard);
  const ports: AppPorts = { bridge, clock, random, base, disk, exchange, network };
  return {
    async open(progress) {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const elapsed = () => performance.now();
      bridge.on.diskChanged((space) => disk.setState({ space }));
      disk.setState({ space: await bridge.disk() });
      followExchange({ bridge, exchange });
      followNetwork({ bridge, network });
      const centre = await openCentre(
        { ...ports, zone, elapsed, baseChanged: (state) => base.setState({ state }) },
        progress,
      );
      const believe = () => {
        const [reached, centreWide] = [exchange.getState().state, network.getState().state];
        if (!reached && !centreWide) return;
        const unwelcome = [
          ...(reached?.kind === 'enrolled' ? reached.asideHere : []),
          ...(centreWide?.asideHere ?? []),
        ];
        centre.desk.disbelieve(new Set(unwelcome.filter(({ held }) => held === 'in-chain').map(({ id }) => id)));
      };
      exchange.subscribe(believe);
      network.subscribe(believe);
      believe();
      return {
        pressing: centre.notices.some(({ tone }) => tone !== 'calm') || centre.unlocked !== null,
        screen(entered) {
          const unlocked = entered ?? centre.unlocked;
          centre.desk.act(unlocked);
          exchange.setState({ placeOf: centre.placeOf });
          return (
            <StrictMode>
              <App ports={ports} centre={{ ...centre, unlocked }} />
            </StrictMode>
          );
        },
      };
    },
    fetchDesk: fetchFirstDesk,
    clock: () => (
      <PortsProvider ports={ports}>
        <ClockWindow />
      </PortsProvider>
    ),
  };
}
