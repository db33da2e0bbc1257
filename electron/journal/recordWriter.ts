import { concatBytes } from '../../shared/kernel/bytes';
import type { Whereabouts } from './entryIndex';
import type { AppendFile, FileStore } from './fileStore';
import { type Before, encodeHeader, HEADER_BYTES } from './recordFormat';

/** Beyond this length a new file is begun. */
const FULL_FILE = 64 * 1024 * 1024;

export interface LastFile extends Before {
  /** Whether records may be appended to it: it was found whole, or was made by this launch. */
  readonly sound: boolean;
}

interface Current extends Before {
  readonly name: string;
  readonly handle: AppendFile;
}

export function fileName(number: number): string {
  return `journal-${String(number).padStart(6, '0')}.cachet`;
}

/**
 * Appends records to the black box's last file, and begins the next one when that file is full or has failed. A file
 * in which a write or a sync has failed is never written again: after a failed sync nobody knows what the disk holds.
 * The file after it says how many of its bytes count, so that what was never acknowledged cannot come back.
 */
export class RecordWriter {
  private current: Current | null = null;

  constructor(
    private readonly files: FileStore,
    private last: LastFile | null,
    private nextNumber: number,
  ) {}

  /** Writes the records and syncs them; rejects with the system's error, and then none of them counts. */
  async write(records: readonly Uint8Array[]): Promise<readonly Whereabouts[]> {
    const { file, length, name, handle } = await this.openFile();
    const where: Whereabouts[] = [];
    let offset = length;
    for (const record of records) {
      where.push({ file: name, offset, length: record.length });
      offset += record.length;
    }
    try {
      await handle.append(concatBytes(...records));
    } catch (error) {
      this.current = null;
      this.last = { file, length, sound: false };
      await discard(handle, length);
      throw error;
    }
    this.current = { file, length: offset, name, handle };
    return where;
  }

  /** Makes sure that there is a file to write to. */
  async openFile(): Promise<Current> {
    if (this.current && this.current.length >= FULL_FILE) await this.close();
    this.current ??= (await this.reopenLast()) ?? (await this.createNext());
    return this.current;
  }

  async close(): Promise<void> {
    if (!this.current) return;
    const { file, length, handle } = this.current;
    this.last = { file, length, sound: true };
    this.current = null;
    await handle.close();
  }

  private async reopenLast(): Promise<Current | null> {
    if (!this.last?.sound || this.last.length >= FULL_FILE) return null;
    const { file, length } = this.last;
    return { file, length, name: fileName(file), handle: await this.files.openToAppend(fileName(file)) };
  }

  private async createNext(): Promise<Current> {
    const file = this.nextNumber++;
    const name = fileName(file);
    const handle = await this.files.create(name);
    try {
      await handle.append(encodeHeader(this.last));
      await this.files.syncFolder();
    } catch (error) {
      await handle.close();
      await this.files.remove(name);
      throw error;
    }
    return { file, length: HEADER_BYTES, name, handle };
  }
}

/** Best effort: the next file's header says the same, and a disk that has just failed may refuse this too. */
async function discard(handle: AppendFile, length: number): Promise<void> {
  await handle.truncate(length).catch(() => undefined);
  await handle.close().catch(() => undefined);
}
