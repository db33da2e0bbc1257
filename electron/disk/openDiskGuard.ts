import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { DiskSpace } from '../../shared/kernel/diskSpace';
import { ballastFile } from './ballast';
import { DiskGuard } from './diskGuard';

/** How often the disk is asked for its room, in milliseconds. */
const interval = 10_000;

/**
 * Guards the disk on which the journal of this data folder lies. The ballast is made in the background, an interval
 * after the start at the earliest.
 */
export async function openDiskGuard(folder: string, changed: (space: DiskSpace) => void): Promise<DiskGuard> {
  const journal = path.join(folder, 'journal');
  const guard = new DiskGuard({
    freeBytes: async () => (await freeBytesOf(journal)) ?? freeBytesOf(folder),
    ballast: ballastFile(path.join(journal, 'ballast')),
    changed,
  });
  await guard.look();
  setInterval(() => void guard.watch(), interval).unref();
  return guard;
}

async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null; // absent, or of a kind that does not tell
  }
}
