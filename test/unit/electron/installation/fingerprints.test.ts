import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteFingerprints } from '../../../../build/package/fingerprints.mjs';
import { readFingerprints } from '../../../../electron/installation/fingerprints';

// Electron's name for Node's own fs, which alone sees an archive as a file
vi.mock('original-fs', () => import('node:fs'));

let folder = '';
const write = (file: string, content: string) => writeFileSync(path.join(folder, file), content);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-fingerprints-'));
  mkdirSync(path.join(folder, 'resources'));
  write('cachet', 'program');
  write('resources/app.asar', 'code');
  noteFingerprints(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a program as it was packaged is whole', async () => {
  const fingerprints = readFingerprints(folder);
  expect([fingerprints.files, await fingerprints.damaged(), await fingerprints.damagedCode()]).toEqual([2, [], []]);
});

it('a changed file is named, and a start looks at the code alone', async () => {
  write('cachet', 'programme');
  const fingerprints = readFingerprints(folder);
  expect([await fingerprints.damaged(), await fingerprints.damagedCode()]).toEqual([['cachet'], []]);
  write('resources/app.asar', 'c0de');
  expect(await fingerprints.damagedCode()).toEqual(['resources/app.asar']);
});

it('a missing file is named', async () => {
  rmSync(path.join(folder, 'cachet'));
  expect(await readFingerprints(folder).damaged()).toEqual(['cachet']);
});

it.each([
  ['no note', () => rmSync(path.join(folder, 'resources/fingerprints.json'))],
  ['an emptied note', () => write('resources/fingerprints.json', '{}')],
  ['a note cut short', () => write('resources/fingerprints.json', '{"cachet": "')],
])('%s vouches for no code', async (_name, damage) => {
  damage();
  const fingerprints = readFingerprints(folder);
  expect(await fingerprints.damagedCode()).toEqual(['resources/app.asar']);
  expect(await fingerprints.damaged()).toEqual(['resources/app.asar']);
});
