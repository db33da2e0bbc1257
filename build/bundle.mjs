import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from './nodeModules.mjs';

const app = path.join(root, 'out/app');
const stamp = path.join(app, 'made-from');

/** What the builds are made from: sources, this folder's settings and the locked packages. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of ['shared', 'node', 'electron', 'renderer', 'vigie', 'build']) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** To be called by whoever else writes to out/app: the next bundle() starts from nothing. */
export function forgetBundle() {
  rmSync(stamp, { force: true });
}

/**
 * Builds main, preload, renderer and headquarters' page into out/app, unless they are there and made from exactly these sources. Throws with
 * Vite's own message when a build fails.
 */
export async function bundle() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  forgetBundle();
  const started = performance.now();
  /** @param {string} configFile @param {string} mode */
  const part = (configFile, mode) =>
    build({ configFile: path.join(import.meta.dirname, configFile), mode, logLevel: 'warn' });
  await Promise.all([
    part('vite.node.ts', 'main'),
    part('vite.node.ts', 'preload'),
    part('vite.node.ts', 'stretch'),
    part('vite.renderer.ts', 'production'),
    part('vite.vigie.ts', 'production'),
  ]);
  writeFileSync(stamp, wanted);
  console.log(`[build] out/app made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
