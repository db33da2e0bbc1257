import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../journal/fileStore';
import { nodeFileStore } from '../journal/nodeFileStore';

/** A place that a person named as their key. */
export interface UsbKey {
  readonly folder: string;
  /** Whether it lies on this machine's own disk. */
  readonly ownDisk: boolean;
  /** Whether it is there now: where a key is pulled out, its empty folder may stay on the machine's own disk. */
  present(): Promise<boolean>;
  /** The files of a centre, by its code; null when the key is gone, or when there are none and none are to be `made`. */
  files(code: string, made: boolean): Promise<FileStore | null>;
  /** The codes of the centres whose folders lie on it. */
  centres(): Promise<readonly string[]>;
}

const prefix = 'Cachet-';

/** The key at a folder, which may be its root or a centre's folder on it. @param profile this machine's data folder */
export async function usbKeyAt(folder: string, profile: string): Promise<UsbKey> {
  const onOwnDisk = async (place: string) => (await stat(place)).dev === (await stat(profile)).dev;
  const isFolder = async (place: string) => {
    try {
      return (await stat(place)).isDirectory();
    } catch {
      return false; // pulled out, or never there
    }
  };
  const root = path.basename(folder).startsWith(prefix) ? path.dirname(folder) : folder;
  const ownDisk = (await isFolder(root)) && (await onOwnDisk(root));
  const present = async () => (await isFolder(root)) && (ownDisk || !(await onOwnDisk(root)));
  return {
    folder: root,
    ownDisk,
    present,
    async files(code, made) {
      if (!(await present())) return null;
      const place = path.join(root, folderOf(code));
      return made || (await isFolder(place)) ? nodeFileStore(place) : null;
    },
    async centres() {
      if (!(await present())) return [];
      const there = await readdir(root);
      return there.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
    },
  };
}

/** A centre's folder: it names the centre, and nobody. */
function folderOf(code: string): string {
  return `${prefix}${code.replaceAll(/[^A-Za-z0-9._-]/g, '-')}`;
}
