import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronDist } from './electronDist.mjs';

/** Shared library to Debian package; every other library Electron needs comes with one of these. */
const packageOf = new Map([
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libnss3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2'],
  ['libgbm.so.1', 'libgbm1'],
]);

/** @param {string} program */
function missingLibraries(program) {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}

/** @param {string} command */
const onPath = (command) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));

/** @param {string} command */
function run(command) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
}

/**
 * Makes sure that Electron can start on this machine, and with `pdf` that pdftotext and pdftoppm are there (tests and the
 * tour read PDFs with them). On Debian as root it installs what is missing; elsewhere it throws with the line to type.
 * @param {{ pdf?: boolean }} [options]
 */
export async function ensureSystem({ pdf = false } = {}) {
  if (process.platform !== 'linux') return;
  const electron = path.join(await electronDist(), 'electron');
  const libraries = missingLibraries(electron);
  const packages = new Set(libraries.map((library) => packageOf.get(library) ?? 'libgtk-3-0'));
  if (pdf && !onPath('pdftoppm')) packages.add('poppler-utils');
  if (packages.size === 0) return;
  const install = `apt-get install -y --no-install-recommends ${[...packages].join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new Error(`this machine lacks ${[...packages].join(', ')}. Type: sudo ${install}`);
  console.log(`[system] ${install}`);
  run('apt-get update -qq');
  run(install);
  const still = missingLibraries(electron);
  if (still.length > 0) throw new Error(`still missing after ${install}: ${still.join(', ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureSystem({ pdf: process.argv.includes('--pdf') });
