import type { StorageReason } from '../../shared/kernel/storage';
import type { Reserve } from '../disk/diskGuard';
import { LaterForm } from '../laterForm';
import { BlackBox } from './blackBox';
import { type CheckedFile, digest } from './checkedFiles';
import type { FileStore } from './fileStore';
import { countedLengths, type KeptFile, keptFiles } from './keptFiles';
import { Placing, type PlacingPorts } from './placing';
import { decodeHeader, HEADER_BYTES, isOfLaterForm, type Scan, scanRecords } from './recordFormat';
import type { ListedRecord, RecordLists } from './recordList';
import { type LastFile, RecordWriter } from './recordWriter';
import { Repair } from './repair';

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

const noReserve: Reserve = { letGo: async () => false };

export interface BlackBoxPorts extends PlacingPorts {
  readonly files: FileStore;
  /** Gives room back when the disk is full; unless told there is none to give. */
  readonly reserve?: Reserve;
  /** What is known of a file whose first bytes have not changed since every signature in them was checked. */
  readonly vouched?: (number: number, bytes: Uint8Array) => CheckedFile | null;
  /** What lies in the vouched bytes of each file: it need not be read again. */
  readonly listed?: RecordLists | null;
}

/**
 * Opens the black box: reads every file, checks every record and entry, removes a torn last write, sets damaged files
 * aside under another name (still read: what is whole in them counts) and goes on in a new file after either. Throws
 * `LaterForm`, with nothing touched, where a later version has gone on in files of its own form.
 */
export async function openBlackBox(ports: BlackBoxPorts): Promise<OpenedBlackBox> {
  const { files } = ports;
  const kept = keptFiles(await files.list());
  await refuseLaterForms(files, kept);
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
    const settled = Math.min(vouched?.length ?? 0, scan.goodUntil);
    if ((state === 'whole' || state === 'torn') && isLast && repair.works)
      await repair.settle(file.name, settled, bytes.subarray(settled, scan.goodUntil));
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

async function refuseLaterForms(files: FileStore, kept: readonly KeptFile[]): Promise<void> {
  for (const { name } of kept) {
    if (isOfLaterForm(await files.readAt(name, 0, HEADER_BYTES))) throw new LaterForm(name);
  }
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
