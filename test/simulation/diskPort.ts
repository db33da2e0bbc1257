import type { AppendFile, FileStore } from '../../electron/journal/fileStore';
import { DiskError } from '../support/faultyFiles';
import type { Chance } from './chance';
import type { Disk } from './disk';
import type { Process, Schedule } from './schedule';

/** An open file of the simulated disk, whose two halves of an append can be asked for apart. */
export interface DiskFile extends AppendFile {
  /** Hands bytes to the system, which has not synced them. */
  write(bytes: Uint8Array): Promise<void>;
}

export interface DiskPort extends FileStore {
  create(name: string): Promise<DiskFile>;
  openToAppend(name: string): Promise<DiskFile>;
}

/** The store port of one process: each change is a job of its own, before and after which the process may die. */
export function diskPort(disk: Disk, process: Process, schedule: Schedule, chance: Chance): DiskPort {
  const does = <T>(label: string, act: () => T, slow = false) =>
    schedule.job(process, `${process.name}:disk`, label, act, slow && disk.ailment === 'slow');
  const changing = () => {
    if (disk.ailment === 'read-only') throw new DiskError('EROFS');
  };

  const synced = (name: string) =>
    does(
      `sync ${name}`,
      () => {
        const file = disk.file(name);
        if (disk.ailment === 'sync fails') {
          disk.ailment = null;
          file.failSync();
          throw new DiskError('EIO');
        }
        file.sync();
      },
      true,
    );

  const opened = (name: string): DiskFile => {
    const file = disk.file(name);
    let open = true;
    const checkOpen = () => {
      if (!open) throw new DiskError('EBADF');
    };
    const port: DiskFile = {
      write: (bytes) =>
        does(`write ${bytes.length} bytes to ${name}`, () => {
          checkOpen();
          changing();
          const full = disk.ailment === 'full';
          file.write(full ? bytes.subarray(0, chance.below(bytes.length)) : bytes);
          if (full) throw new DiskError('ENOSPC');
        }),
      async append(bytes) {
        await port.write(bytes);
        await port.sync();
      },
      truncate: (length) =>
        does(`truncate ${name} to ${length}`, () => {
          checkOpen();
          changing();
          file.truncate(length);
        }),
      sync: async () => {
        checkOpen();
        await synced(name);
      },
      close: async () => {
        open = false;
      },
    };
    return port;
  };

  return {
    list: () => schedule.alive(process, disk.names()),
    read: (name) => schedule.alive(process, disk.file(name).seen.slice()),
    readAt: (name, offset, length) => schedule.alive(process, disk.file(name).seen.slice(offset, offset + length)),
    create: (name) =>
      does(`create ${name}`, () => {
        changing();
        disk.create(name);
        return opened(name);
      }),
    openToAppend: async (name) => opened(name),
    async writeAgain(name, offset, bytes) {
      await does(`write ${name} again from ${offset}`, () => {
        changing();
        disk.file(name).writeAgain(offset, bytes);
      });
      await synced(name);
    },
    rename: (from, to) =>
      does(`rename ${from} to ${to}`, () => {
        changing();
        disk.move(from, to);
      }),
    remove: (name) =>
      does(`remove ${name}`, () => {
        changing();
        disk.remove(name);
      }),
    syncFolder: () => does('sync the folder', () => disk.syncNames(), true),
  };
}
