// `npm run dev`: opens the application and keeps it up to date while sources change, under its real protocol and content
// policy. A change of the windows reloads them; a change of the main process or the preload script starts again.
import path from 'node:path';
import { _electron } from '@playwright/test';
import { build } from 'vite';
import { forgetBundle } from './bundle.mjs';
import { electronEnvironment, electronSwitches } from './electronDist.mjs';
import { root } from './nodeModules.mjs';
import { ensureSystem } from './system.mjs';

/** @import { ElectronApplication } from '@playwright/test' */

/**
 * Builds at once and again after each change.
 * @param {string} configFile
 * @param {string} mode
 * @param {() => void} rebuilt called after every build but the first; this settles after the first
 */
async function watch(configFile, mode, rebuilt) {
  const watcher = await build({
    configFile: path.join(import.meta.dirname, configFile),
    mode,
    logLevel: 'warn',
    build: { watch: {}, emptyOutDir: false },
  });
  if (!('on' in watcher)) throw new Error('Vite did not watch');
  await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    let first = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code !== 'END') return;
      if (!first) rebuilt();
      first = false;
      resolve();
    });
  });
}

/** @type {ElectronApplication | undefined} */
let app;
let restarting = false;

async function open() {
  Object.assign(process.env, await electronEnvironment());
  app = await _electron.launch({
    cwd: root,
    args: [root, ...electronSwitches(), '--demonstration', ...process.argv.slice(2)],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  app.context().on('console', (message) => console.log(`[window] ${message.type()}: ${message.text()}`));
  app.on('close', () => {
    if (!restarting) process.exit(0);
  });
}

async function restart() {
  restarting = true;
  await app?.close();
  restarting = false;
  await open();
  console.log('[dev] started again');
}

async function reload() {
  await Promise.all((app?.windows() ?? []).map((window) => window.reload()));
  console.log('[dev] reloaded');
}

await ensureSystem();
forgetBundle();
await watch('vite.node.ts', 'main', restart);
await watch('vite.node.ts', 'preload', restart);
await watch('vite.node.ts', 'stretch', restart);
await watch('vite.renderer.ts', 'production', reload);
await open();
console.log('[dev] open; close the window to stop');
