import { scanRecords } from '../../../electron/journal/recordFormat';
import type { DiskFile, DiskPort } from '../diskPort';
import { planted } from './planted';

/** The disk with every file that is opened changed. */
function withFiles(disk: DiskPort, change: (file: DiskFile) => Partial<DiskFile>): DiskPort {
  const changed = (file: DiskFile): DiskFile => ({ ...file, ...change(file) });
  return {
    ...disk,
    create: async (name) => changed(await disk.create(name)),
    openToAppend: async (name) => changed(await disk.openToAppend(name)),
  };
}

export const plantedOnDisk = [
  planted('an append is acknowledged before its sync', {
    disk: (disk) => withFiles(disk, (file) => ({ append: (bytes) => file.write(bytes) })),
  }),
  planted('the folder of a new file is not synced', {
    disk: (disk) => ({ ...disk, syncFolder: () => Promise.resolve() }),
  }),
  planted('what a killed process wrote is not synced at the next start', {
    disk: (disk) => ({ ...disk, writeAgain: () => Promise.resolve() }),
  }),
  planted('a torn tail is not cut, and the next records are appended after it', {
    disk: (disk) => {
      const untorn = (bytes: Uint8Array) => bytes.subarray(0, scanRecords(bytes).goodUntil);
      return { ...disk, read: async (name) => untorn(await disk.read(name)) };
    },
  }),
  planted('a write that the disk refused is taken for written', {
    disk: (disk) => withFiles(disk, (file) => ({ append: (bytes) => file.append(bytes).catch(() => undefined) })),
  }),
];
