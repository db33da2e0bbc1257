import type { SealedEntry } from '../../shared/journal/entry';
import type { Frontier } from '../../shared/journal/frontier';
import type { Appended, AppendFault, Gap, Journal } from '../../shared/journal/journal';
import type { KnownStream } from '../../shared/journal/launch';
import { Placement } from '../../shared/journal/place';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import type { Reserve } from '../disk/diskGuard';
import type { Casing } from './casing';
import type { EntryIndex, Whereabouts } from './entryIndex';
import { type FileStore, storageReasonOf } from './fileStore';
import { encodeRecord } from './recordFormat';
import type { RecordWriter } from './recordWriter';
import { StoredEntries } from './storedEntries';

/** Is shown what was added to the chains, and what was kept beside them. */
type Watcher = (added: readonly VerifiedEntry[], forked: readonly VerifiedEntry[]) => void;

interface Waiting {
  readonly entries: readonly VerifiedEntry[];
  readonly settle: (result: Result<Appended, AppendFault>) => void;
  readonly fail: (bug: unknown) => void;
}

/**
 * Every entry this machine holds, its own and those received, encased in checksummed files that are synced before an
 * append is acknowledged. Appends that arrive while a sync is under way go out together in the next write. The files are the
 * truth; what windows keep is an index of them. `openBlackBox` makes one.
 */
export class BlackBox implements Journal {
  private waiting: Waiting[] = [];
  private committing: Promise<void> | null = null;
  private closed = false;
  private readonly listeners = new Set<Watcher>();
  /** What lies in the files, entry by entry. */
  readonly stored: StoredEntries;

  constructor(
    files: FileStore,
    private readonly index: EntryIndex,
    private readonly writer: RecordWriter,
    private readonly casing: Casing,
    private readonly reserve: Reserve,
    /** The last write, or opening the file for it, found that it may not be written. */
    private readOnly: boolean,
  ) {
    this.stored = new StoredEntries(files, index, casing);
  }

  /** How many entries there are, forks included. */
  get count(): number {
    return this.index.count;
  }

  /** Where each stream starts from and how far it has come. */
  streams(): ReadonlyMap<StreamId, KnownStream> {
    return this.index.streams();
  }

  /** How many entries are kept beside their chain. */
  get forkCount(): number {
    return this.index.forkCount;
  }

  /** The entry that holds a place in a chain, or null beyond its end. */
  idAt(stream: StreamId, seq: number): EntryId | null {
    return this.index.at(stream, seq);
  }

  /** Of the entries that streams continue, those after which their own stream has gone on too. */
  branchedFrom(): ReadonlySet<EntryId> {
    return this.index.branchedFrom();
  }

  async frontier(): Promise<Frontier> {
    return this.index.frontier();
  }

  after(stream: StreamId, seq: number, limit: number): Promise<readonly VerifiedEntry[]> {
    return this.stored.after(stream, seq, limit);
  }

  /** As `after`, without reading what the entries say. */
  sealedAfter(stream: StreamId, seq: number, limit: number): Promise<readonly SealedEntry[]> {
    return this.stored.sealedAfter(stream, seq, limit);
  }

  forks(): Promise<readonly VerifiedEntry[]> {
    return this.stored.forks();
  }

  /** What `append` would make of these entries now; nothing is written. */
  compare(entries: readonly VerifiedEntry[]): Result<Appended, Gap> {
    return new Placement(this.index).place(entries);
  }

  append(entries: readonly VerifiedEntry[]): Promise<Result<Appended, AppendFault>> {
    if (this.closed) return Promise.resolve(err({ kind: 'storage', reason: 'closed' }));
    return new Promise((settle, fail) => {
      this.waiting.push({ entries, settle, fail });
      this.committing ??= this.commitAll();
    });
  }

  /** What an append would meet at once: files that may not be written are tried again first. Null promises nothing. */
  async refusal(): Promise<StorageFault | null> {
    if (this.readOnly) {
      this.committing ??= this.tryAgain();
      await this.committing;
    }
    return this.readOnly ? { kind: 'storage', reason: 'read-only' } : null;
  }

  /** Tells what was added, once it is durable and in the order it was. Returns what stops it. */
  watch(listener: Watcher): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Lets what was asked for finish; what comes later is refused as `closed`. */
  async close(): Promise<void> {
    this.closed = true;
    await this.committing;
    await this.writer.close();
  }

  private async tryAgain(): Promise<void> {
    try {
      await this.writer.openFile();
      this.readOnly = false;
    } catch (error) {
      this.readOnly = storageReasonOf(error) === 'read-only';
    }
    await this.commitAll();
  }

  private async commitAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        await this.commit(group);
      } catch (bug) {
        for (const { fail } of group) fail(bug);
      }
    }
    this.committing = null;
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    const placement = new Placement(this.index);
    const placed = group.map(({ entries }) => placement.place(entries));
    const added = placed.flatMap((result) => (result.ok ? result.value.added : []));
    const forked = placed.flatMap((result) => (result.ok ? result.value.forked : []));
    const written = await this.write([...added, ...forked]);
    if (written.ok) {
      const where = written.value;
      for (const [at, { entry }] of added.entries()) this.index.add(entry, whereIn(where, at));
      for (const [at, { entry }] of forked.entries()) this.index.addFork(entry, whereIn(where, added.length + at));
      if (added.length + forked.length > 0) for (const listener of this.listeners) listener(added, forked);
    }
    group.forEach(({ settle }, at) => {
      const result = placed[at];
      if (!result) throw new Error('every append of a group is placed');
      const needsDisk = result.ok && result.value.added.length + result.value.forked.length > 0;
      settle(needsDisk && !written.ok ? written : result);
    });
  }

  private async write(entries: readonly VerifiedEntry[]): Promise<Result<readonly Whereabouts[], StorageFault>> {
    if (entries.length === 0) return ok([]);
    const last = entries.length - 1;
    const records = entries.map(({ sealed }, at) => encodeRecord(this.casing.encase(sealed), at < last));
    const written = await this.attempt(records);
    if (written.ok || written.error.reason !== 'full' || !(await this.reserve.letGo())) return written;
    return this.attempt(records);
  }

  private async attempt(records: readonly Uint8Array[]): Promise<Result<readonly Whereabouts[], StorageFault>> {
    try {
      return ok(await this.writer.write(records));
    } catch (error) {
      const reason = storageReasonOf(error);
      this.readOnly = reason === 'read-only';
      return err({ kind: 'storage', reason });
    }
  }
}

function whereIn(where: readonly Whereabouts[], at: number): Whereabouts {
  const found = where[at];
  if (!found) throw new Error('every record that was written lies somewhere');
  return found;
}
