import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './nodeModules.mjs';

/**
 * What would break `npm ci` elsewhere, or run there unseen: the address of one registry, a platform's package that is named
 * and left out (a registry that does not serve it makes npm drop it without a word), or a package's own install script that
 * is not denied.
 * @param {string} lock package-lock.json
 * @param {Readonly<Record<string, boolean>>} allowScripts of package.json
 * @returns {string[]} one line per fault
 */
export function lockFaults(lock, allowScripts) {
  /** @type {Record<string, { resolved?: string, hasInstallScript?: boolean, optionalDependencies?: Record<string, string> }>} */
  const packages = JSON.parse(lock).packages;
  const nameOf = (/** @type {string} */ key) => key.replace(/^.*node_modules\//, '');
  const names = new Set(Object.keys(packages).map(nameOf));
  return Object.entries(packages).flatMap(([key, { resolved, hasInstallScript, optionalDependencies = {} }]) => [
    ...(resolved === undefined ? [] : [`package-lock.json: ${key} holds the address of a registry`]),
    ...(hasInstallScript && allowScripts[nameOf(key)] !== false
      ? [`package-lock.json: ${key} has an install script that package.json does not deny`]
      : []),
    ...Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `package-lock.json: ${key} names ${name}, which is missing`),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
  const faults = lockFaults(read('package-lock.json'), JSON.parse(read('package.json')).allowScripts);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
