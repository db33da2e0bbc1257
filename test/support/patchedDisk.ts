import type { ElectronApplication } from '@playwright/test';

/** From now on the system says that so many bytes are left where the journal lies; `null`: what there really is. */
export async function sayFreeBytes(app: ElectronApplication, bytes: number | null): Promise<void> {
  await app.evaluate((_electron, left) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const kept: unknown = Reflect.get(globalThis, 'reallyStatfs') ?? files.statfs;
    Reflect.set(globalThis, 'reallyStatfs', kept);
    Reflect.set(files, 'statfs', left === null ? kept : async () => ({ bavail: left, bsize: 1 }));
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, bytes);
}

/** From now on whatever main writes to a file waits, as for a very slow disk, until `letWrites`. */
export function holdWrites(app: ElectronApplication): Promise<void> {
  return patchWrites(app, 'hold');
}

export async function letWrites(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => Reflect.apply(Reflect.get(globalThis, 'letWrites'), null, []));
}

/** The next write to a file fails as one whose sync met a broken disk. */
export function failOneWrite(app: ElectronApplication): Promise<void> {
  return patchWrites(app, 'EIO');
}

async function patchWrites(app: ElectronApplication, how: 'hold' | 'EIO'): Promise<void> {
  await app.evaluate(async (_electron, trouble) => {
    const handle = await process.getBuiltinModule('node:fs/promises').open(process.execPath, 'r');
    const handles = Object.getPrototypeOf(handle);
    await handle.close();
    const write: unknown = handles.write;
    if (typeof write !== 'function') throw new Error('a file handle writes');
    const released = new Promise((resolve) => Reflect.set(globalThis, 'letWrites', resolve));
    const restore = () => Reflect.set(handles, 'write', write);
    void released.then(restore);
    Reflect.set(handles, 'write', async function troubled(this: unknown, ...given: readonly unknown[]) {
      if (trouble === 'hold') await released;
      else {
        restore();
        throw Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' });
      }
      return Reflect.apply(write, this, given);
    });
  }, how);
}
