import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import ownTemporary from '../../../build/temporary.mjs';

let around: string;
beforeEach(() => {
  around = mkdtempSync(path.join(os.tmpdir(), 'cachet-around-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, around);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(around, { recursive: true });
});

test('a run has a folder of its own for what the system lends, which goes with all that is left in it', () => {
  const end = ownTemporary();
  const folder = os.tmpdir();
  expect(path.dirname(folder)).toBe(around);
  mkdirSync(path.join(mkdtempSync(path.join(folder, 'left-')), 'deep'));
  expect(ownTemporary(), 'set up once').toBeUndefined();
  end?.();
  expect(os.tmpdir()).toBe(around);
  expect(readdirSync(around)).toEqual([]);
});

test('what a killed run left goes with the next one, and what others use stays', () => {
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  for (const name of [`cachet-${ended}`, `cachet-${process.ppid}`, 'cachet-profile-1'])
    mkdirSync(path.join(around, name));
  writeFileSync(path.join(around, `cachet-${ended}`, 'left'), '');
  ownTemporary()?.();
  expect(existsSync(path.join(around, `cachet-${ended}`))).toBe(false);
  expect(readdirSync(around).sort()).toEqual([`cachet-${process.ppid}`, 'cachet-profile-1'].sort());
});
