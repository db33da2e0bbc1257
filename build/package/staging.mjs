import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../nodeModules.mjs';

const staged = path.join(root, 'out/staged');

/** What package.json says and a packaged program needs: not its scripts, nor what it was built with. */
const kept = ['version', 'description', 'author', 'homepage', 'license', 'type', 'main'];

/**
 * Lays out what goes into app.asar, the four builds and a package.json of their own, and returns its folder. A trial has
 * another name, hence another profile and another place in the system than a release.
 * @param {{ trial: boolean }} plan
 */
export function stage({ trial }) {
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const identity = trial
    ? { name: `${own.name}-essai`, productName: `${own.productName}-essai`, version: `${own.version}-essai` }
    : { name: own.name, productName: own.productName };
  const metadata = { ...Object.fromEntries(kept.map((field) => [field, own[field]])), ...identity };
  rmSync(staged, { recursive: true, force: true });
  for (const part of ['main', 'preload', 'stretch', 'renderer']) {
    const from = path.join(root, 'out/app', part);
    cpSync(from, path.join(staged, 'out/app', part), { recursive: true, filter: (file) => !file.endsWith('.map') });
  }
  mkdirSync(staged, { recursive: true });
  writeFileSync(path.join(staged, 'package.json'), `${JSON.stringify(metadata, null, 2)}\n`);
  return { folder: staged, name: metadata.name, productName: metadata.productName };
}
