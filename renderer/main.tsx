import './look/fonts';
import './look/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { instant } from '../shared/kernel/instant';
import type { Clock, Random } from '../shared/kernel/ports';
import { App } from './app/App';
import { OpeningFailed, OpeningScreen } from './app/OpeningScreen';
import { openCentre } from './app/openCentre';
import { type AppPorts, type BaseHealth, PortsProvider } from './app/ports';
import { routeOf } from './app/routes';
import { restoreRoomLight } from './look/darkRoom';
import { ClockWindow } from './salle/ClockWindow';
import { passVault } from './vault/passVault';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const screen = createRoot(root);

const clock: Clock = { now: () => instant.of(Date.now()) };
const random: Random = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };
const base = createStore<BaseHealth>(() => ({ state: 'level' }));
const ports: AppPorts = { bridge: window.cachet, clock, random, base };
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

restoreRoomLight();
if (routeOf(window.location.hash).path === 'clock') {
  screen.render(
    <PortsProvider ports={ports}>
      <ClockWindow />
    </PortsProvider>,
  );
} else {
  screen.render(<OpeningScreen progress={null} />);
  const open = () =>
    openCentre(
      { ...ports, zone, elapsed: () => performance.now(), baseChanged: (state) => base.setState({ state }) },
      (progress) => screen.render(<OpeningScreen progress={progress} />),
    );
  passVault(ports.bridge, (shown) => screen.render(shown))
    .then(open)
    .then(
      (centre) =>
        screen.render(
          <StrictMode>
            <App ports={ports} centre={centre} />
          </StrictMode>,
        ),
      (error: unknown) => {
        console.error(error);
        screen.render(<OpeningFailed error={error} />);
      },
    );
}
