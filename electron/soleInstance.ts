import { readlinkSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';

/**
 * Whether this process may work on the profile: no other one does. On a disk that is full or may not be written, the
 * lock cannot be taken; the desk opens for reading all the same when nobody lives who holds it.
 */
export function isSoleInstance(app: App): boolean {
  return app.requestSingleInstanceLock() || (process.platform !== 'win32' && !held(app.getPath('userData')));
}

/** Chromium's lock is a link to `host-pid`, left behind by a process that was killed. */
function held(folder: string): boolean {
  try {
    const holder = readlinkSync(path.join(folder, 'SingletonLock'));
    process.kill(Number(holder.slice(holder.lastIndexOf('-') + 1)), 0);
    return true;
  } catch {
    return false; // no link, or to nobody
  }
}
