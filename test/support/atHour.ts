import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Loaded into a program of Node's by `--require`, gives it the hour that the file CACHET_TEST_CLOCK says. */
export const shiftedClock = path.join(import.meta.dirname, 'shiftedClock.cjs');

/**
 * The folder of an Electron that goes by the clock of a file from its start: Playwright lets no `NODE_OPTIONS` through.
 * @param dist the folder of the Electron that it is; what is written is written there
 */
export function atHour(dist: string, clock: string): string {
  const folder = path.join(dist, 'at-hour');
  mkdirSync(folder, { recursive: true });
  const program = path.join(folder, 'electron');
  const given = `CACHET_TEST_CLOCK='${clock}' NODE_OPTIONS='--require ${shiftedClock}'`;
  writeFileSync(program, `#!/bin/sh\n${given} exec '${path.join(dist, 'electron')}' "$@"\n`);
  chmodSync(program, 0o755);
  return folder;
}
