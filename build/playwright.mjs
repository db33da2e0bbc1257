import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNodeModules, root } from './nodeModules.mjs';

const command = path.join(root, 'node_modules/@playwright/test/cli.js');
const config = path.join(root, 'build/playwright.config.ts');

/**
 * Runs one of Playwright's projects (desk, tour or bench) and returns its exit code.
 * @param {string} project
 * @param {{ args?: readonly string[], env?: Record<string, string> }} [options]
 */
export function playwright(project, { args = [], env = {} } = {}) {
  const { status } = spawnSync(
    process.execPath,
    [command, 'test', `--config=${config}`, `--project=${project}`, ...args],
    {
      cwd: root,
      stdio: 'inherit',
      // what it has translated is kept beside what was built, not in a folder that goes with the run
      env: { PLAYWRIGHT_TRANSFORM_CACHE_DIR: path.join(root, 'out/translated'), ...process.env, ...env },
    },
  );
  return status ?? 1;
}

/** Installs, finds and builds whatever a window needs and is not there yet. Throws with what a person can do about it. */
export async function prepare() {
  ensureNodeModules();
  // only now may anything be loaded that is not Node's own
  const { ensureSystem } = await import('./system.mjs');
  const { bundle } = await import('./bundle.mjs');
  await ensureSystem({ pdf: true });
  await bundle();
}

// node build/playwright.mjs <project> [Playwright's arguments]
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [project = 'desk', ...args] = process.argv.slice(2);
  await prepare();
  process.exitCode = playwright(project, { args });
}
