import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Keeps a second headquarters out of a folder while this one runs in it: PGlite itself would let two processes write
 * one database, and ruin it. Resolves to what gives the folder up, or to null when a living process has it. The claim
 * of a process that died is taken over.
 */
export async function claimFolder(folder: string): Promise<(() => Promise<void>) | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const claim = path.join(folder, 'headquarters.claim');
  for (;;) {
    try {
      const handle = await open(claim, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(claim, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(await readFile(claim, 'utf8').catch(() => '0'));
      if (holder !== process.pid && isAlive(holder)) return null;
      await rm(claim, { force: true });
    }
  }
}

function isAlive(id: number): boolean {
  if (id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
