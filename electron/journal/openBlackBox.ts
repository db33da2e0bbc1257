import { setImmediate as turn } from 'node:timers/promises';
import { decode, type Entry, type SealedEntry } from '../../shared/journal/entry';
import { Placement } from '../../shared/journal/place';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { SignatureCheck } from '../../shared/kernel/ports';
import type { StorageReason } from '../../shared/kernel/storage';
import type { Reserve } from '../disk/diskGuard';
import { BlackBox } from './blackBox';
import type { Casing, NotOpened } from './casing';
import { type CheckedFile, digest } from './checkedFiles';
import { EntryIndex, type Whereabouts } from './entryIndex';
import { type FileStore, storageReasonOf } from './fileStore';
import { countedLengths, type KeptFile, keptFiles } from './keptFiles';
import {
  decodeHeader,
  decodeRecord,
  type FoundRecord,
  HEADER_BYTES,
  type RecordContent,
  type Scan,
  scanRecords,
} from './recordFormat';
import type { ListedRecord, RecordLists } from './recordList';
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
  /** Entries whose signature or casing is wrong: somebody wrote in the file. */
  readonly forged: number;
  /** Entries encased under a key this machine does not have now: kept in their file, read again once it is back. */
  readonly unreadable: number;
  /** Why nothing can be written, or null. */
  readonly unwritable: StorageReason | null;
}

export interface OpenedBlackBox {
  readonly box: BlackBox;
  readonly report: BlackBoxReport;
  /** The files whose every signature is now known to be good. */
  readonly checked: readonly CheckedFile[];
  /** What lies in those files, as far as each holds nothing but entries in their place. */
  readonly listed: RecordLists;
  /** Whether anything was read that was not listed before. */
  readonly changed: boolean;
}

interface Placed {
  readonly sealed: SealedEntry;
  readonly check: SignatureCheck;
  readonly where: Whereabouts;
}

const noReserve: Reserve = { letGo: async () => false };
const entriesPerTurn = 200;
const listedPerTurn = 5000;

export interface BlackBoxPorts {
  readonly files: FileStore;
  /** Gives room back when the disk is full; unless told there is none to give. */
  readonly reserve?: Reserve;
  readonly casing: Casing;
  readonly check: SignatureCheck;
  /** What is known of a file whose first bytes have not changed since every signature in them was checked. */
  readonly vouched?: (number: number, bytes: Uint8Array) => CheckedFile | null;
  /** What lies in the vouched bytes of each file: it need not be read again. */
  readonly listed?: RecordLists | null;
  /** Whether `meet` must be shown entries of this kind; all of them unless told. */
  readonly concerns?: (kind: string) => boolean;
  /** Shown every entry that has its place and whose kind concerns it, in the order of the files. */
  readonly meet?: (entry: Entry) => void;
}

/**
 * Opens the black box: reads every file, checks every record and entry, removes a torn last write, sets damaged files
 * aside under another name (still read: what is whole in them counts) and goes on in a new file after either.
 */
export async function openBlackBox(ports: BlackBoxPorts): Promise<OpenedBlackBox> {
  const { files } = ports;
  const kept = keptFiles(await files.list());
  const lengths = await countedLengths(files, kept);
  const placing = new Placing(ports);
  const repair = new Repair(files);
  const checked: CheckedFile[] = [];
  const listed = new Map<number, readonly ListedRecord[]>();
  let changed = false;
  /** The files whose list may stand for them: each leans on all that were listed before it. */
  const leaning = [...(ports.listed?.keys() ?? [])];
  let last: LastFile | null = null;

  for (const file of kept) {
    const whole = await files.read(file.name);
    const counted = lengths.get(file.number) ?? whole.length;
    const bytes = whole.subarray(0, counted);
    const isLast = file === kept.at(-1);
    const vouched = ports.vouched?.(file.number, bytes) ?? null;
    const inTurn = leaning.shift() === file.number && !file.damaged;
    const known = inTurn ? listOf(ports.listed, file.number, vouched) : null;
    const scan = known && vouched ? scanBehind(bytes, vouched.length) : scanRecords(bytes);
    if (known === null || vouched?.length !== counted) leaning.length = 0;
    const state = stateOf(bytes, counted, scan, isLast);
    if (state === 'unbegun') {
      await repair.remove(file.name);
      continue;
    }
    if (state === 'damaged' && !file.damaged) file.name = await repair.setAside(file);
    if (state === 'torn') await repair.cut(file.name, bytes.length, scan.goodUntil);
    if (state === 'whole' && isLast) await repair.sync(file.name);
    last = { file: file.number, length: scan.goodUntil, sound: state === 'whole' && !file.damaged && repair.works };
    const doubtfulBefore = placing.forged + placing.unreadable;
    if (known) await placing.known(file.name, known, bytes);
    const placed = await placing.all(file.name, scan.records, vouched?.length ?? 0);
    const good = bytes.subarray(0, scan.goodUntil);
    if (placing.forged + placing.unreadable === doubtfulBefore) {
      const same = vouched?.length === good.length;
      checked.push(same ? vouched : { number: file.number, length: good.length, sha256: digest(good) });
    }
    if (known === null || placed.length > 0) changed = true;
    if (scan.damagedBytes === 0 && placed.length === scan.records.length)
      listed.set(file.number, known ? [...known, ...placed] : placed);
  }
  const stranded = placing.strays();
  const writer = new RecordWriter(files, last, (kept.at(-1)?.number ?? 0) + 1);
  await repair.attempt(() => writer.openFile());
  const { index, forged, unreadable } = placing;
  const { tornBytes, damagedFiles, refused: unwritable } = repair;
  const report = {
    entries: index.count,
    absent: kept.length === 0,
    tornBytes,
    damagedFiles,
    stranded,
    forged,
    unreadable,
    unwritable,
  };
  return {
    box: new BlackBox(files, index, writer, ports.casing, ports.reserve ?? noReserve, unwritable === 'read-only'),
    report,
    checked,
    listed,
    changed,
  };
}

/** The list of a file's vouched records, if it says where each of those bytes belongs. */
function listOf(lists: RecordLists | null | undefined, number: number, vouched: CheckedFile | null) {
  const list = vouched && lists?.get(number);
  if (!list) return null;
  const until = list.reduce((sum, { length }) => sum + length, HEADER_BYTES);
  return until === vouched.length ? list : null;
}

/** As `scanRecords`, of what lies behind bytes that are known to hold whole records only. */
function scanBehind(bytes: Uint8Array, known: number): Scan {
  const behind = known - HEADER_BYTES;
  const { records, damagedBytes, goodUntil } = scanRecords(bytes.subarray(behind));
  return {
    records: records.map((record) => ({ ...record, offset: record.offset + behind })),
    damagedBytes,
    goodUntil: goodUntil + behind,
  };
}

type FileState = 'whole' | 'torn' | 'damaged' | 'unbegun';

function stateOf(bytes: Uint8Array, counted: number, scan: Scan, isLast: boolean): FileState {
  const headless = decodeHeader(bytes) === null;
  if (headless && bytes.length <= HEADER_BYTES) return 'unbegun';
  if (scan.damagedBytes > 0 || (headless && scan.records.length > 0)) return 'damaged';
  if (scan.goodUntil === counted && !headless) return 'whole';
  return isLast ? 'torn' : 'damaged';
}

/** Null: it was there before. */
type Fate = ListedRecord | null | 'stray' | 'forged';

/** Puts the records that were found into the index, each in its place. */
class Placing {
  readonly index = new EntryIndex();
  forged = 0;
  unreadable = 0;
  private waiting: Placed[] = [];

  constructor(private readonly ports: BlackBoxPorts) {}

  /** Takes over what was placed before and has not changed since; what concerns `meet` alone is read. */
  async known(file: string, records: readonly ListedRecord[], bytes: Uint8Array): Promise<void> {
    let offset = HEADER_BYTES;
    for (const [at, { stream, seq, id, continues, kind, logical, forked, length }] of records.entries()) {
      if (at % listedPerTurn === listedPerTurn - 1) await turn();
      const where = { file, offset, length };
      if (forked) this.index.addFork({ id, seq }, where);
      else {
        this.index.add({ stream, id, prev: continues, at: { logical } }, where);
        if (this.concerns(kind)) this.show(bytes, offset);
      }
      offset += length;
    }
  }

  /**
   * Returns what found its place at once, in order. Signatures of records that end within the first `vouched` bytes are
   * known to be good.
   */
  async all(file: string, records: readonly FoundRecord[], vouched: number): Promise<readonly ListedRecord[]> {
    const listed: ListedRecord[] = [];
    for (const [at, { content, offset, length }] of records.entries()) {
      if (at % entriesPerTurn === entriesPerTurn - 1) await turn();
      const sealed = this.opened(content);
      if (sealed === 'no-key') this.unreadable++;
      if (sealed === 'altered') this.forged++;
      if (typeof sealed === 'string') continue;
      const check = offset + length <= vouched ? () => true : this.ports.check;
      const placed = { sealed, check, where: { file, offset, length } };
      const fate = this.place(placed);
      if (fate === 'stray') this.waiting.push(placed);
      else if (fate === 'forged') this.forged++;
      else if (fate) listed.push(fate);
    }
    return listed;
  }

  private concerns(kind: string): boolean {
    return this.ports.concerns?.(kind) ?? true;
  }

  private show(bytes: Uint8Array, offset: number): void {
    const record = decodeRecord(bytes, offset);
    const sealed = record && this.opened(record.content);
    const entry = sealed && typeof sealed !== 'string' ? decode(sealed.bytes) : null;
    if (!entry) throw new Error(`bytes that are vouched for hold no entry at ${offset}`);
    this.ports.meet?.(entry);
  }

  private opened(content: RecordContent): SealedEntry | NotOpened {
    return content.kind === 'clear' ? content.sealed : this.ports.casing.open(content.casing);
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
    const { added, forked } = placed.value;
    for (const { entry } of added) {
      this.index.add(entry, where);
      if (this.concerns(entry.kind)) this.ports.meet?.(entry);
    }
    for (const { entry } of forked) this.index.addFork(entry, where);
    const [{ entry } = {}] = [...added, ...forked];
    if (!entry) return null;
    const { stream, seq, id, prev, kind, at } = entry;
    const { length } = where;
    return { stream, seq, id, continues: prev, kind, logical: at.logical, forked: forked.length > 0, length };
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
