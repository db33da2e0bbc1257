import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from './nodeModules.mjs';

// `npm run fleet [-- 460 4600]`: so many centres come back within a minute, to one node and to two
const sizes = process.argv.slice(2).map(Number);
process.env.TZ = 'Europe/Paris';
const { module } = await runnerImport(path.join(root, 'test/fleet/run.ts'), { root, configFile: false });
const lost = await module.fleets({
  sizes: sizes.length > 0 ? sizes : [460, 4600],
  say: (/** @type {string} */ text) => console.log(text),
});
process.exitCode = lost === 0 ? 0 : 1;
