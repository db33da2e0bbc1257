import { setImmediate as turn } from 'node:timers/promises';
import type { Entry, SealedEntry } from '../../shared/journal/entry';
import { Placement } from '../../shared/journal/place';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { SignatureCheck } from '../../shared/kernel/ports';
import type { StorageReason } from '../../shared/kernel/storage';
import { BlackBox } from './blackBox';
import { type CheckedFile, digest } from './checkedFiles';
import { EntryIndex, type Whereabouts } from './entryIndex';
import { type FileStore, storageReasonOf } from './fileStore';
import { decodeHeader, type FoundRecord, HEADER_BYTES, type Scan, scanRecords } from './recordFormat';
import { fileName, type LastFile, RecordWriter } from './recordWriter';

/** What opening found and did, for the person to be told. */
export interface BlackBoxReport {
  /** Entries found whole and in their place. */
  readonly entries: number;
  /** There was no file at all. */
  readonly absent: boolean;
  /** Bytes of a last write that was cut short, now removed: nobody had been told that they were saved. */
  readonly tornBytes: number;
  /** Files found damaged now, kept beside under another name. */
  readonly damagedFiles: number;
  /** Whole entries whose predecessors are missing: kept in their file, in use again once those are back. */
  readonly stranded: number;
  /** Entries whose signature is wrong: somebody wrote in the file. */
  readonly forged: number;
  /** Why nothing can be written, or null. */
  readonly unwritable: StorageReason | null;
}

export interface OpenedBlackBox {
  readonly box: BlackBox;
  readonly report: BlackBoxReport;
  /** The files whose every signature is now known to be good. */
  readonly checked: readonly CheckedFile[];
}

interface KeptFile {
  readonly number: number;
  readonly damaged: boolean;
  name: string;
}

interface Placed {
  readonly sealed: SealedEntry;
  readonly check: SignatureCheck;
  readonly where: Whereabouts;
}

const namePattern = /^journal-(\d{6})(-damaged)?\.cachet$/;
const entriesPerTurn = 200;

export interface BlackBoxPorts {
  readonly files: FileStore;
  readonly check: SignatureCheck;
  /** How many of a file's first bytes need no signature checked, because they have not changed since they were. */
  readonly vouched?: (number: number, bytes: Uint8Array) => number;
  /** Shown every entry that has its place, in the order of the files. */
  readonly meet?: (entry: Entry) => void;
}

/**
 * Opens the black box: reads every file, checks every record and entry, removes a torn last write, sets damaged files
 * aside under another name (still read: what is whole in them counts) and goes on in a new file after either.
 */
export async function openBlackBox(ports: BlackBoxPorts): Promise<OpenedBlackBox> {
  const { files, vouched } = ports;
  const kept = keptFiles(await files.list());
  const lengths = await countedLengths(files, kept);
  const placing = new Placing(ports);
  const repair = new Repair(files);
  const checked: CheckedFile[] = [];
  let last: LastFile | null = null;

  for (const file of kept) {
    const whole = await files.read(file.name);
    const counted = lengths.get(file.number) ?? whole.length;
    const bytes = whole.subarray(0, counted);
    const isLast = file === kept.at(-1);
    const scan = scanRecords(bytes);
    const state = stateOf(bytes, counted, scan, isLast);
    if (state === 'unbegun') {
      await repair.remove(file.name);
      continue;
    }
    if (state === 'damaged' && !file.damaged) file.name = await repair.setAside(file);
    if (state === 'torn') await repair.cut(file.name, bytes.length, scan.goodUntil);
    if (state === 'whole' && isLast) await repair.sync(file.name);
    last = { file: file.number, length: scan.goodUntil, sound: state === 'whole' && !file.damaged && repair.works };
    const forgedBefore = placing.forged;
    await placing.all(file.name, scan.records, vouched?.(file.number, bytes) ?? 0);
    const good = bytes.subarray(0, scan.goodUntil);
    if (placing.forged === forgedBefore)
      checked.push({ number: file.number, length: good.length, sha256: digest(good) });
  }
  const stranded = placing.strays();
  const writer = new RecordWriter(files, last, (kept.at(-1)?.number ?? 0) + 1);
  await repair.attempt(() => writer.openFile());
  const { index, forged } = placing;
  const { tornBytes, damagedFiles, refused: unwritable } = repair;
  const report = {
    entries: index.count,
    absent: kept.length === 0,
    tornBytes,
    damagedFiles,
    stranded,
    forged,
    unwritable,
  };
  return { box: new BlackBox(files, index, writer), report, checked };
}

function keptFiles(names: readonly string[]): readonly KeptFile[] {
  return names
    .flatMap((name) => {
      const [, number, damaged] = namePattern.exec(name) ?? [];
      return number ? [{ name, number: Number(number), damaged: damaged !== undefined }] : [];
    })
    .sort((a, b) => a.number - b.number);
}

/** How many bytes of each file count, where the file after it says so. */
async function countedLengths(files: FileStore, kept: readonly KeptFile[]): Promise<ReadonlyMap<number, number>> {
  const lengths = new Map<number, number>();
  for (const { name } of kept) {
    const before = decodeHeader(await files.readAt(name, 0, HEADER_BYTES))?.before;
    if (before) lengths.set(before.file, before.length);
  }
  return lengths;
}

type FileState = 'whole' | 'torn' | 'damaged' | 'unbegun';

function stateOf(bytes: Uint8Array, counted: number, scan: Scan, isLast: boolean): FileState {
  const headless = decodeHeader(bytes) === null;
  if (headless && bytes.length <= HEADER_BYTES) return 'unbegun';
  if (scan.damagedBytes > 0 || (headless && scan.records.length > 0)) return 'damaged';
  if (scan.goodUntil === counted && !headless) return 'whole';
  return isLast ? 'torn' : 'damaged';
}

type Fate = 'placed' | 'stray' | 'forged';

/** Puts the records that were found into the index, each in its place. */
class Placing {
  readonly index = new EntryIndex();
  forged = 0;
  private waiting: Placed[] = [];

  constructor(private readonly ports: BlackBoxPorts) {}

  /** Signatures of records that end within the first `vouched` bytes are known to be good. */
  async all(file: string, records: readonly FoundRecord[], vouched: number): Promise<void> {
    for (const [at, { sealed, offset, length }] of records.entries()) {
      if (at % entriesPerTurn === entriesPerTurn - 1) await turn();
      const check = offset + length <= vouched ? () => true : this.ports.check;
      const placed = { sealed, check, where: { file, offset, length } };
      const fate = this.place(placed);
      if (fate === 'stray') this.waiting.push(placed);
      if (fate === 'forged') this.forged++;
    }
  }

  /** Places what was found before its predecessors, as long as that makes progress; returns how many remain. */
  strays(): number {
    for (;;) {
      const before = this.waiting.length;
      this.waiting = this.waiting.filter((stray) => this.place(stray) === 'stray');
      if (this.waiting.length === before) return before;
    }
  }

  private place({ sealed, check, where }: Placed): Fate {
    const admitted = VerifiedEntry.admit(check, (entry) => this.index.before(entry), sealed);
    if (!admitted.ok) {
      return admitted.error.kind === 'bad-signature' || admitted.error.kind === 'not-an-entry' ? 'forged' : 'stray';
    }
    const placed = new Placement(this.index).place([admitted.value]);
    if (!placed.ok) return 'stray';
    for (const { entry } of placed.value.added) {
      this.index.add(entry, where);
      this.ports.meet?.(entry);
    }
    for (const { entry } of placed.value.forked) this.index.addFork(entry, where);
    return 'placed';
  }
}

/** Mends the files as far as the disk lets it, and remembers what it did and why it could not. */
class Repair {
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

  /** Makes durable what a process that was killed may have left in the system's memory only: content and name. */
  sync(name: string): Promise<void> {
    return this.attempt(async () => {
      const handle = await this.files.openToAppend(name);
      await handle.sync();
      await handle.close();
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
