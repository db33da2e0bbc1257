import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ballastFile } from '../../../electron/disk/ballast';
import { BALLAST_BYTES } from '../../../shared/kernel/diskSpace';

const never = new AbortController().signal;

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cachet-ballast-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test(
  'R17 the ballast really takes its room, in bytes that nothing can pack, and gives all of it back',
  () =>
    inFolder(async (folder) => {
      const ballast = ballastFile(path.join(folder, 'ballast'));
      expect(await ballast.isThere()).toBe(false);
      await ballast.make(never);
      expect(await ballast.isThere()).toBe(true);
      const start = (await readFile(path.join(folder, 'ballast'))).subarray(0, 2_000_000);
      expect(gzipSync(start).length).toBeGreaterThan(start.length * 0.99);
      expect((await readFile(path.join(folder, 'ballast'))).length).toBe(BALLAST_BYTES);
      await ballast.remove();
      expect(await readdir(folder)).toEqual([]);
    }),
  60_000,
);

test('R17 a ballast given up, or refused by the disk, leaves nothing behind', () =>
  inFolder(async (folder) => {
    const giving = new AbortController();
    const made = ballastFile(path.join(folder, 'ballast')).make(giving.signal);
    giving.abort();
    await expect(made).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
    await expect(ballastFile(path.join(folder, 'absent/ballast')).make(never)).rejects.toThrow(/ENOENT/);
  }));
