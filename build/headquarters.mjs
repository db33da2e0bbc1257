// Node's built-ins only until the packages are there: on a fresh clone there is nothing else yet.
// `npm run headquarters [-- --code 0929999Z]`: the server that centres exchange with, on PGlite or on $DATABASE_URL.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureNodeModules, root } from './nodeModules.mjs';

ensureNodeModules();
const { build } = await import('vite');
await Promise.all([
  build({ configFile: path.join(root, 'build/vite.node.ts'), mode: 'headquarters', logLevel: 'warn' }),
  build({ configFile: path.join(root, 'build/vite.vigie.ts'), mode: 'production', logLevel: 'warn' }),
]);
const program = path.join(root, 'out/app/headquarters/index.js');
const server = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
server.on('exit', (code) => process.exit(code ?? 1));
// what the terminal sends reaches the server by itself; this process only waits for it
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
