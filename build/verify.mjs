// `npm run verify -- <copy or journal folder> [--code CODE] [--page "cachet:1:…"] [--json]`: the verifier without the desk.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNodeModules, root } from './nodeModules.mjs';

ensureNodeModules();
const { runnerImport } = await import('vite');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    code: { type: 'string', multiple: true, default: [] },
    page: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});
const { module } = await runnerImport(path.join(root, 'build/verify/command.ts'), { root, configFile: false });
process.exitCode = await module.verifyCommand({
  target: positionals[0] ? path.resolve(positionals[0]) : null,
  codes: values.code,
  pages: values.page,
  json: values.json,
  print: (/** @type {string} */ line) => console.log(line),
});
