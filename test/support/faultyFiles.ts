import type { AppendFile, FileStore } from '../../electron/journal/fileStore';
import { concatBytes } from '../../shared/kernel/bytes';

interface Node {
  /** What programs see. */
  seen: Uint8Array;
  /** What the disk surely holds. */
  synced: Uint8Array;
  /** Bytes of a sync that failed: the system takes them for written, and no later sync will write them. */
  gap: { readonly from: number; readonly to: number } | null;
}

type Operation = 'append' | 'writeAgain' | 'sync' | 'truncate' | 'create' | 'rename' | 'remove' | 'syncFolder';

/** Decides whether an operation fails, with which code, and how much of a write gets through before. */
export type Trouble = (
  operation: Operation,
  bytes: number,
) => { readonly code: string; readonly through: number } | null;

export class DiskError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/**
 * A disk in memory that keeps apart what programs see and what a power cut leaves, fails on demand, and writes down
 * what it was asked.
 */
export class FaultyFiles implements FileStore {
  trouble: Trouble = () => null;
  readonly log: Operation[] = [];
  private nodes = new Map<string, Node>();
  private syncedNames = new Map<string, Node>();

  /** The bytes of a file as programs see them. */
  contents(name: string): Uint8Array {
    return this.node(name).seen.slice();
  }

  /** Puts a whole file on the disk, as if it had always been there. */
  put(name: string, bytes: Uint8Array): void {
    const node = { seen: bytes.slice(), synced: bytes.slice(), gap: null };
    this.nodes.set(name, node);
    this.syncedNames.set(name, node);
  }

  delete(name: string): void {
    this.nodes.delete(name);
    this.syncedNames.delete(name);
  }

  names(): string[] {
    return [...this.nodes.keys()].sort();
  }

  /**
   * The same disk after a power cut: of each file's unsynced bytes a part chosen by `part` (0…1) is left, the rest
   * reads as zeros or is gone; names not yet synced are gone.
   */
  afterPowerCut(part: () => number): FaultyFiles {
    const disk = new FaultyFiles();
    for (const [name, { seen, synced }] of this.syncedNames) {
      const extra = Math.max(0, seen.length - synced.length);
      const left = seen.slice(0, synced.length + Math.floor(extra * part()));
      left.set(synced.subarray(0, left.length));
      if (part() < 0.3) left.fill(0, synced.length + Math.floor((left.length - synced.length) * part()));
      disk.put(name, left);
    }
    return disk;
  }

  async list() {
    return this.names();
  }

  async read(name: string) {
    return this.contents(name);
  }

  async readAt(name: string, offset: number, length: number) {
    return this.contents(name).slice(offset, offset + length);
  }

  async create(name: string): Promise<AppendFile> {
    this.run('create');
    if (this.nodes.has(name)) throw new DiskError('EEXIST');
    this.nodes.set(name, { seen: new Uint8Array(), synced: new Uint8Array(), gap: null });
    return this.openToAppend(name);
  }

  async openToAppend(name: string): Promise<AppendFile> {
    const node = this.node(name);
    let open = true;
    const check = () => {
      if (!open) throw new DiskError('EBADF');
    };
    const sync = async () => {
      check();
      await Promise.resolve();
      this.synced(node);
    };
    return {
      append: async (bytes) => {
        check();
        const failure = this.attempt('append', bytes.length);
        const through = failure ? bytes.subarray(0, failure.through) : bytes;
        node.seen = concatBytes(node.seen, through);
        if (failure) throw new DiskError(failure.code);
        await sync();
      },
      truncate: async (length) => {
        check();
        this.run('truncate');
        node.seen = node.seen.slice(0, length);
        if (node.gap && length <= node.gap.from) node.gap = null;
      },
      sync,
      close: async () => {
        open = false;
      },
    };
  }

  async writeAgain(name: string, offset: number, bytes: Uint8Array) {
    const node = this.node(name);
    this.run('writeAgain');
    if (
      !Buffer.from(node.seen)
        .subarray(offset, offset + bytes.length)
        .equals(bytes)
    )
      throw new Error('other bytes are written over those that are there');
    if (node.gap && offset <= node.gap.from && node.gap.to <= offset + bytes.length) node.gap = null;
    this.synced(node);
  }

  async rename(from: string, to: string) {
    this.run('rename');
    this.nodes.set(to, this.node(from));
    this.nodes.delete(from);
  }

  async remove(name: string) {
    this.run('remove');
    this.nodes.delete(name);
  }

  async syncFolder() {
    this.run('syncFolder');
    this.syncedNames = new Map(this.nodes);
  }

  private synced(node: Node): void {
    try {
      this.run('sync');
    } catch (error) {
      node.gap = { from: node.synced.length, to: node.seen.length };
      throw error;
    }
    node.synced = node.seen.slice();
    if (node.gap) node.synced.fill(0, node.gap.from, node.gap.to);
  }

  private node(name: string): Node {
    const node = this.nodes.get(name);
    if (!node) throw new DiskError('ENOENT');
    return node;
  }

  private attempt(operation: Operation, bytes = 0) {
    this.log.push(operation);
    return this.trouble(operation, bytes);
  }

  private run(operation: Operation): void {
    const failure = this.attempt(operation);
    if (failure) throw new DiskError(failure.code);
  }
}
