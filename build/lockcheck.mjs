import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './nodeModules.mjs';

/**
 * What would break `npm ci` elsewhere: the address of one registry, or a platform's package that is named and left out (a
 * registry that does not serve it makes npm drop it without a word).
 * @param {string} lock package-lock.json
 * @returns {string[]} one line per fault
 */
export function lockFaults(lock) {
  /** @type {Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }>} */
  const packages = JSON.parse(lock).packages;
  const names = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, '')));
  return Object.entries(packages).flatMap(([key, { resolved, optionalDependencies = {} }]) => [
    ...(resolved === undefined ? [] : [`package-lock.json: ${key} holds the address of a registry`]),
    ...Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `package-lock.json: ${key} names ${name}, which is missing`),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = lockFaults(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
