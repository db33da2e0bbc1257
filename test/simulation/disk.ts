import { concatBytes } from '../../shared/kernel/bytes';
import { DiskError } from '../support/faultyFiles';
import type { Chance } from './chance';

/** A change to a file that has not been synced. `lost`: a sync failed over it, and no later one will bring it back. */
interface Change {
  readonly at: number;
  /** What was written there, or null for a truncation. */
  readonly bytes: Uint8Array | null;
  lost: boolean;
}

export class SimFile {
  seen: Uint8Array;
  private synced: Uint8Array;
  private changes: Change[] = [];

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.seen = bytes;
    this.synced = bytes;
  }

  write(bytes: Uint8Array): void {
    this.changes.push({ at: this.seen.length, bytes, lost: false });
    this.seen = concatBytes(this.seen, bytes);
  }

  /** The system sees nothing new, and will write these bytes whatever it believed of them. */
  writeAgain(at: number, bytes: Uint8Array): void {
    this.changes.push({ at, bytes, lost: false });
  }

  truncate(length: number): void {
    this.changes.push({ at: length, bytes: null, lost: false });
    this.seen = this.seen.slice(0, length);
  }

  sync(): void {
    this.synced = this.changes.reduce((bytes, change) => changed(bytes, change, !change.lost), this.synced);
    this.changes = [];
  }

  /** A sync that failed: the system believes that these pages are clean now, and never writes them. */
  failSync(): void {
    for (const change of this.changes) change.lost = true;
  }

  /** What a power cut leaves: of the changes that were not synced none, the first few with a torn last one, or any. */
  afterPowerCut(chance: Chance): SimFile {
    const fate = chance.pick(['none', 'none', 'prefix', 'prefix', 'any', 'all'] as const);
    if (this.changes.length === 0 || fate === 'none') return new SimFile(this.synced);
    const reached = fate === 'prefix' ? chance.below(this.changes.length) : this.changes.length;
    let left = this.synced;
    for (const [index, change] of this.changes.entries()) {
      if (index > reached) break;
      const torn = fate === 'prefix' && index === reached && change.bytes !== null;
      const part = torn ? change.bytes.subarray(0, chance.below(change.bytes.length + 1)) : change.bytes;
      const arrived = !change.lost && (fate !== 'any' || chance.happens(0.5));
      left = changed(left, { ...change, bytes: part }, arrived);
    }
    // Some file systems give a file its new length before its new content
    const zeros = chance.happens(0.2) ? new Uint8Array(chance.below(300)) : new Uint8Array();
    return new SimFile(concatBytes(left, zeros));
  }
}

function changed(bytes: Uint8Array, { at, bytes: written }: Change, arrived: boolean): Uint8Array {
  if (!written) return arrived ? bytes.slice(0, at) : bytes;
  const grown = new Uint8Array(Math.max(bytes.length, at + written.length));
  grown.set(bytes);
  if (arrived) grown.set(written, at);
  return grown;
}

/** What ails a disk. `sync fails` does so once; the others last until they are mended. */
export type Ailment = 'full' | 'read-only' | 'sync fails' | 'slow';

/** One folder: its names and files, and which names would survive a power cut. */
export class Disk {
  ailment: Ailment | null = null;
  private files = new Map<string, SimFile>();
  private syncedNames = new Map<string, SimFile>();
  private renamings: ((names: Map<string, SimFile>) => void)[] = [];

  names(): string[] {
    return [...this.files.keys()].sort();
  }

  file(name: string): SimFile {
    const file = this.files.get(name);
    if (!file) throw new DiskError('ENOENT');
    return file;
  }

  create(name: string): void {
    if (this.files.has(name)) throw new DiskError('EEXIST');
    const file = new SimFile();
    this.rename((names) => names.set(name, file));
  }

  move(from: string, to: string): void {
    const file = this.file(from);
    this.rename((names) => {
      names.set(to, file);
      names.delete(from);
    });
  }

  remove(name: string): void {
    this.file(name);
    this.rename((names) => names.delete(name));
  }

  syncNames(): void {
    this.syncedNames = new Map(this.files);
    this.renamings = [];
  }

  /** The disk as it is found after a power cut: names come back in order, up to any of those not yet synced. */
  afterPowerCut(chance: Chance): Disk {
    const names = new Map(this.syncedNames);
    const kept = chance.happens(0.6) ? 0 : chance.below(this.renamings.length + 1);
    for (const rename of this.renamings.slice(0, kept)) rename(names);
    return Disk.holding([...names].map(([name, file]) => [name, file.afterPowerCut(chance)]));
  }

  /** A copy of every file as programs see it, all of it synced. */
  copied(): Disk {
    return Disk.holding([...this.files].map(([name, file]) => [name, new SimFile(file.seen)]));
  }

  /** The disk that holds one file with other bytes; the rest as it was. */
  with(name: string, bytes: Uint8Array): Disk {
    const others = [...this.copied().files].filter(([other]) => other !== name);
    return Disk.holding([...others, [name, new SimFile(bytes)]]);
  }

  private static holding(files: readonly (readonly [string, SimFile])[]): Disk {
    const disk = new Disk();
    disk.files = new Map(files);
    disk.syncedNames = new Map(files);
    return disk;
  }

  private rename(change: (names: Map<string, SimFile>) => void): void {
    change(this.files);
    this.renamings.push(change);
  }
}
