import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './nodeFileStore';

/** Writes a file whole or not at all, also when power is cut; readable by its owner only. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const passing = `${file}.new`;
  try {
    const handle = await open(passing, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(passing, file);
  } catch (error) {
    await rm(passing, { force: true }).catch(() => undefined); // a disk that refuses this too leaves a part nobody reads
    throw error;
  }
  await syncFolder(path.dirname(file));
}
