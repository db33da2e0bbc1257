import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Gives a run of tests a folder of its own for all that the system lends programs, and takes it away with whatever is
 * left in it when the run is over; what a killed run left goes with the next one. A runner's set-up: what it returns is
 * called at the end.
 */
export default function ownTemporary() {
  const around = os.tmpdir();
  const own = `cachet-${process.pid}`;
  if (path.basename(around) === own) return undefined; // Vitest sets up each of its projects
  for (const name of readdirSync(around)) {
    const pid = /^cachet-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(around, name));
  }
  const folder = path.join(around, own);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o1777); // as the one around it: some tests run programs as somebody else
  const before = variables.map((name) => /** @type {const} */ ([name, process.env[name]]));
  for (const name of variables) process.env[name] = folder;
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    remove(folder);
  };
}

/** By which systems say where that is. */
const variables = ['TMPDIR', 'TEMP', 'TMP'];

/** @param {string} folder */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.warn(`not removed: ${folder}\n  ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // somebody else's runs all the same
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
