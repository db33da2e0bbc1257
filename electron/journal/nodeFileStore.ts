import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AppendFile, FileStore } from './fileStore';

/** The files of one real folder, made if need be; readable by its owner only. */
export async function nodeFileStore(folder: string): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = (name: string) => path.join(folder, name);
  return {
    list: () => readdir(folder),
    read: async (name) => new Uint8Array(await readFile(at(name))),
    async readAt(name, offset, length) {
      const handle = await open(at(name), 'r');
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    create: async (name) => appendFile(await open(at(name), toAppend | constants.O_CREAT | constants.O_EXCL, 0o600)),
    openToAppend: async (name) => appendFile(await open(at(name), toAppend)),
    async writeAgain(name, offset, bytes) {
      const handle = await open(at(name), 'r+');
      try {
        for (let done = 0; done < bytes.length; )
          done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: (name) => rm(at(name)),
    syncFolder: () => syncFolder(folder),
  };
}

/** Makes the names of a folder survive a power cut. Windows keeps them by itself and cannot sync a folder. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Where the system can, a write returns once its bytes are durable: one turn in the thread pool instead of two. */
const durableWrites: number = constants.O_DSYNC ?? 0;
const toAppend = constants.O_WRONLY | constants.O_APPEND | durableWrites;

function appendFile(handle: FileHandle): AppendFile {
  return {
    async append(bytes) {
      for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
      if (durableWrites === 0) await handle.datasync();
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}
