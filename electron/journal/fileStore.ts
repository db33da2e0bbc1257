import type { StorageReason } from '../../shared/kernel/storage';

/**
 * One folder of files, as much of a file system as the black box needs. Methods reject with the error of the system,
 * whose `code` `storageReasonOf` understands. Only what was synced survives a power cut; a new name or a rename does
 * once `syncFolder` has returned.
 */
export interface FileStore {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array>;
  readAt(name: string, offset: number, length: number): Promise<Uint8Array>;
  /** A new file, opened for appending; rejects when the name is taken. */
  create(name: string): Promise<AppendFile>;
  openToAppend(name: string): Promise<AppendFile>;
  /**
   * Writes bytes again where they already are, and makes them durable. A sync alone may not: where one has failed, systems
   * take for written what they never wrote.
   */
  writeAgain(name: string, offset: number, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  syncFolder(): Promise<void>;
}

export interface AppendFile {
  /** Resolves once the bytes are durable. */
  append(bytes: Uint8Array): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Makes durable what a truncation left undone. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const reasons: ReadonlyMap<unknown, StorageReason> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EBADF', 'closed'],
]);

/** What an error of the file system means for the person who waits for their entry. */
export function storageReasonOf(error: unknown): StorageReason {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return reasons.get(code) ?? 'failed';
}
