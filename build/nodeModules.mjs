// Built-ins only: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/**
 * The packages that the lock file names and node_modules does not hold in that version.
 * @param {string} folder the repository
 */
function missingPackages(folder) {
  /** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')).packages;
  const wanted = packages('package-lock.json');
  const installedList = 'node_modules/.package-lock.json';
  const installed = existsSync(path.join(folder, installedList)) ? packages(installedList) : {};
  return Object.entries(wanted)
    .filter(([name, { optional }]) => name !== '' && !optional)
    .filter(([name, { version }]) => installed[name]?.version !== version)
    .map(([name]) => name);
}

/** Runs `npm ci` when node_modules is absent or older than the lock file. Throws when that fails. */
export function ensureNodeModules() {
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  console.log(`[install] ${missing.length} packages to install (npm ci)`);
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...args, 'ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed: without its packages nothing here can run');
}
