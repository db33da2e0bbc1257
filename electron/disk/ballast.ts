import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BALLAST_BYTES } from '../../shared/kernel/diskSpace';

/** Room that is taken in advance, to be given back when a write meets a full disk. */
export interface Ballast {
  isThere(): Promise<boolean>;
  /** Takes the room, in small steps; rejects with the system's error, or once `given up`, and then none is taken. */
  make(givenUp: AbortSignal): Promise<void>;
  remove(): Promise<void>;
}

const piece = 1_000_000;
/** Between two pieces, in milliseconds: entries are written meanwhile. */
const breather = 30;
const random = promisify(randomBytes);

/** A file of random bytes, which no file system can store in less room than they have. */
export function ballastFile(file: string): Ballast {
  const part = `${file}.part`;
  return {
    async isThere() {
      try {
        return (await stat(file)).size === BALLAST_BYTES;
      } catch {
        return false; // absent or out of reach: no room is kept
      }
    },
    async make(givenUp) {
      try {
        const handle = await open(part, 'w', 0o600);
        try {
          for (let made = 0; made < BALLAST_BYTES; made += piece) {
            await handle.writeFile(await random(piece));
            await handle.datasync();
            await pause(breather, null, { signal: givenUp });
          }
        } finally {
          await handle.close();
        }
        await rename(part, file);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    remove: () => rm(file, { force: true }),
  };
}
