import { createHash, timingSafeEqual } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { AppendFile, FileStore } from '../journal/fileStore';

/** What the medium gave back is not what was written to it. */
export class NotTheSame extends Error {}

/** The names of one file on a medium that may be pulled out: itself, the one being written, and the whole one before it. */
export interface ProvenNames {
  readonly kept: string;
  readonly fresh: string;
  readonly before: string;
}

const bytesPerRead = 1_048_576;

/**
 * Writes a file beside the one there is, syncs it, reads it back whole and compares; only then does it take its place, and
 * the former one stays beside it. Rejects with the system's error, or `NotTheSame`, and leaves what was there.
 */
export async function writeProven(
  files: FileStore,
  { kept, fresh, before }: ProvenNames,
  fill: (file: Digested) => Promise<void>,
): Promise<void> {
  const there = new Set(await files.list());
  if (there.has(fresh)) await files.remove(fresh);
  try {
    const file = new Digested(await files.create(fresh));
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await readBack(files, fresh, file);
    // Two renames rather than one: a USB key's file system may lose both names of a file that is renamed over another
    if (there.has(kept)) await files.rename(kept, before);
    await files.rename(fresh, kept);
    await files.syncFolder();
  } catch (error) {
    await files.remove(fresh).catch(() => undefined); // a key that was pulled out refuses this too
    throw error;
  }
}

async function readBack(files: FileStore, name: string, written: Digested): Promise<void> {
  const hash = createHash('sha256');
  for (let at = 0; at <= written.length; at += bytesPerRead) {
    hash.update(await files.readAt(name, at, bytesPerRead));
    await turn();
  }
  if (!timingSafeEqual(hash.digest(), written.digest())) throw new NotTheSame(`${name} is not what was written`);
}

/** A file that is being appended to, and the hash of what it should hold. */
export class Digested {
  length = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly file: AppendFile) {}

  async append(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    await this.file.append(bytes);
    this.length += bytes.length;
  }

  sync = () => this.file.sync();
  close = () => this.file.close();
  digest = () => new Uint8Array(this.hash.digest());
}
