// `npm run fuzz -- --runs N`: bad input at every border, any number of times; the seed is printed, and may be given.
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { root } from './nodeModules.mjs';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '100000' } },
});
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);

process.env.TZ = 'Europe/Paris';
process.chdir(root);
console.log(`seed ${seed}, ${values.runs} inputs at each border`);
const { module } = await runnerImport(path.join(root, 'test/fuzz/run.ts'), { root, configFile: false });
const broken = await module.fuzz({
  seed,
  numRuns: Number(values.runs),
  say: (/** @type {string} */ text) => console.log(text),
});
process.exitCode = broken === 0 ? 0 : 1;
