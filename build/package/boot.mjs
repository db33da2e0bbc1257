import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { electronSwitches } from '../electronDist.mjs';
import { root } from '../nodeModules.mjs';

/** @import { Plan } from './plan.mjs' */

const nobody = 65534;
const isRoot = process.getuid?.() === 0;

/**
 * A copy of a packaged program where an ordinary user can run it, with a home of its own. A released program keeps
 * Chromium's sandbox, which root cannot have: where this is root, it runs as nobody.
 * @param {string} folder the unpacked program
 * @param {string} name of its executable
 */
export function install(folder, name) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'cachet-installed-'));
  const home = path.join(place, 'home');
  const program = path.join(place, 'program', name);
  mkdirSync(home);
  chmodSync(place, 0o755);
  cpSync(folder, path.join(place, 'program'), { recursive: true });
  if (isRoot) chownSync(home, nobody, nobody);
  const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', program];
  const [command = program, ...before] = isRoot ? asNobody : [program];
  // the display that is missing may be drawn in memory; the sandbox stays
  const display = electronSwitches().filter((option) => option !== '--no-sandbox');

  /** @param {readonly string[]} args @param {Readonly<Record<string, string>>} [env] */
  function start(args, env = {}) {
    const child = spawn(command, [...before, ...display, ...args], {
      cwd: place,
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config'), TMPDIR: home, ...env },
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complained += chunk;
    });
    /** @type {Promise<{ code: number | null, said: string, complained: string }>} */
    const ended = new Promise((resolve) => {
      child.on('close', (code) => resolve({ code, said, complained }));
    });
    return { child, ended };
  }
  return { place, home, program, start, remove: () => rmSync(place, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * The folder that holds the program of what was packaged; a .deb is unpacked into `into` first.
 * @param {Plan} plan @param {readonly string[]} made @param {string} into
 */
function unpacked({ trial }, made, into) {
  const deb = made.find((file) => file.endsWith('.deb'));
  if (deb === undefined) {
    const output = path.join(root, trial ? 'dist/trial' : 'dist/release');
    return path.join(output, readdirSync(output).find((name) => name.endsWith('-unpacked')) ?? '');
  }
  execFileSync('dpkg-deb', ['-x', deb, into]);
  const [product = ''] = readdirSync(path.join(into, 'opt'));
  return path.join(into, 'opt', product);
}

/**
 * Starts what was packaged on an empty profile and prints what the program sees of its own installation
 * (`--verifier-installation`). Fails with the program.
 * @param {Plan} plan @param {{ name: string }} application @param {readonly string[]} made
 */
export async function boot(plan, { name }, made) {
  const into = mkdtempSync(path.join(os.tmpdir(), 'cachet-unpacked-'));
  const installed = install(unpacked(plan, made, into), name);
  const { code, said, complained } = await installed.start(['--verifier-installation']).ended;
  console.log(said);
  if (code !== 0) console.error(complained);
  console.log(`[package] ${installed.program} ${code === 0 ? 'boots, and finds itself well' : `ended with ${code}`}`);
  installed.remove();
  rmSync(into, { recursive: true, force: true });
  if (code !== 0) process.exitCode = 1;
}
