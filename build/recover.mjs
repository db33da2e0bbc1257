// `npm run recover`: bundles the command of headquarters' and runs it with the arguments given.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodeModules, root } from './nodeModules.mjs';

ensureNodeModules();
const { build } = await import('vite');
await build({ configFile: path.join(import.meta.dirname, 'vite.node.ts'), mode: 'recover', logLevel: 'error' });
await import(pathToFileURL(path.join(root, 'out/recover/index.js')).href);
