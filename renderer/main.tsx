import './look/fonts';
import './look/base.css';
import { createRoot } from 'react-dom/client';
import { enter } from './app/enter';
import { trustOwnScripts } from './app/trustedTypes';
import { restoreRoomLight } from './look/darkRoom';
import { passVault } from './vault/passVault';

trustOwnScripts(window);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
restoreRoomLight();
enter({
  screen: createRoot(root),
  address: window.location.hash,
  bridge: window.cachet,
  passVault: (show) => passVault(window.cachet, show),
  // all but the entrance is fetched while the entrance is already there
  fetchBehind: async () => (await import('./app/openApp')).behind(window.cachet),
});
