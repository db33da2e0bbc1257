// `npm run recover`: what headquarters do when a centre can no longer open its journal or a safe copy.
import path from 'node:path';
import { ensureNodeModules, root } from './nodeModules.mjs';

ensureNodeModules();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(path.join(root, 'build/recover/command.ts'), { root, configFile: false });
const [target, privateKey] = process.argv.slice(2);
process.exitCode = await module.recoverCommand({
  target: target === 'new' || target === undefined ? (target ?? null) : path.resolve(target),
  privateKey: privateKey === undefined ? null : path.resolve(privateKey),
  print: (/** @type {string} */ line) => console.log(line),
});
