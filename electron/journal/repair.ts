import type { StorageReason } from '../../shared/kernel/storage';
import { type FileStore, storageReasonOf } from './fileStore';
import type { KeptFile } from './keptFiles';
import { fileName } from './recordWriter';

/** Mends the files as far as the disk lets it, and remembers what it did and why it could not. */
export class Repair {
  tornBytes = 0;
  damagedFiles = 0;
  refused: StorageReason | null = null;

  constructor(private readonly files: FileStore) {}

  get works(): boolean {
    return this.refused === null;
  }

  async attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.refused = storageReasonOf(error);
    }
  }

  /**
   * Makes durable what a process that was killed may have left in the system's memory only: the name, and the content
   * from an offset on.
   */
  settle(name: string, from: number, content: Uint8Array): Promise<void> {
    return this.attempt(async () => {
      await this.files.writeAgain(name, from, content);
      await this.files.syncFolder();
    });
  }

  /** Removes a file whose header was never finished: it holds nothing. */
  remove(name: string): Promise<void> {
    return this.attempt(() => this.files.remove(name));
  }

  cut(name: string, from: number, to: number): Promise<void> {
    this.tornBytes += from - to;
    return this.attempt(async () => {
      const handle = await this.files.openToAppend(name);
      await handle.truncate(to);
      await handle.sync();
      await handle.close();
    });
  }

  async setAside(file: KeptFile): Promise<string> {
    const name = fileName(file.number).replace('.cachet', '-damaged.cachet');
    this.damagedFiles++;
    await this.attempt(async () => {
      await this.files.rename(file.name, name);
      await this.files.syncFolder();
    });
    return this.works ? name : file.name;
  }
}
