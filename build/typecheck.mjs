import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './nodeModules.mjs';

/** Each folder's own tsconfig gives it only the globals it may use, so each is a program of its own. */
function projects() {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'out')
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist')
    .map((entry) => entry.name);
  return [...folders, 'renderer/worker'].filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')));
}

/** @param {string} folder @returns {Promise<{ folder: string, ok: boolean, said: string }>} */
function check(folder) {
  return new Promise((resolve) => {
    const tsc = path.join(root, 'node_modules/typescript/lib/tsc.js');
    const child = spawn(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    child.on('close', (code) => resolve({ folder, ok: code === 0, said }));
  });
}

/** Checks the types of every folder at once, prints what is wrong, and says whether all is well. */
export async function typecheck() {
  const results = await Promise.all(projects().map(check));
  // a shared file is seen by several programs: each complaint is told once
  const complaints = new Set(results.flatMap(({ said }) => said.split('\n').filter((line) => line !== '')));
  for (const line of complaints) console.log(line);
  return results.every(({ ok }) => ok);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await typecheck()) ? 0 : 1;
