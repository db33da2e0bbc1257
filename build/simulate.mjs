import path from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { root } from './nodeModules.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    histories: { type: 'string', default: '2000' },
    words: { type: 'boolean', default: false },
    centres: { type: 'boolean', default: false },
  },
});

process.env.TZ = 'Europe/Paris';
const { module } = await runnerImport(path.join(root, 'test/simulation/run.ts'), { root, configFile: false });
const broken = await module[values.centres ? 'simulateCentres' : 'simulate']({
  seed: Number(values.seed),
  histories: Number(values.histories),
  words: values.words,
  say: (/** @type {string} */ text) => console.log(text),
});
process.exitCode = broken === 0 ? 0 : 1;
