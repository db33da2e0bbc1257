import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './nodeFileStore';

/** Writes a file whole or not at all, also when power is cut; readable by its owner only. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const passing = `${file}.new`;
  const handle = await open(passing, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(passing, file);
  await syncFolder(path.dirname(file));
}
