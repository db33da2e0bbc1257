// Stands in for Electron's own default app, which the registry copy lacks: `electron [-r module]... <folder> [args]`.
// Top-level await, as in the original: 'ready' waits until the application's main file has been evaluated.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
/** @type {string[]} */
const required = [];
let folder = '';
while (folder === '' && args.length > 0) {
  const arg = args.shift() ?? '';
  if (arg === '-r' || arg === '--require') required.push(args.shift() ?? '');
  else if (!arg.startsWith('-')) folder = path.resolve(arg);
}
if (folder === '') {
  console.error('usage: electron [-r module] <application folder>');
  process.exit(64);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const require = createRequire(import.meta.url);
for (const module of required) require(module);
try {
  const { name, productName, version, main } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (version) app.setVersion(version);
  app.name = productName || name || app.name;
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(folder);
  await import(pathToFileURL(path.join(folder, main)).href);
} catch (error) {
  console.error('The application threw while it was loading');
  console.error(error);
  app.exit(1);
}
