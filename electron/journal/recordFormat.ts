import { MAX_ENTRY_BYTES, type SealedEntry } from '../../shared/journal/entry';
import { concatBytes, fromUtf8, utf8 } from '../../shared/kernel/bytes';
import { CASING_OVERHEAD } from './casing';
import { crc32c } from './crc32c';

/**
 * A file of the black box, all numbers little-endian:
 * header: `CACHET1\n`, number of the file before (u32, 0 for none), how many of its bytes count (u64), CRC-32C (u32);
 * then records: `CASE`, CRC-32C (u32) of what follows, length of the casing (u32), the casing.
 * The highest bit of the length says that the next record belongs to the same write, which counts whole or not at all.
 * The first version wrote records in clear: `ENTR`, CRC-32C (u32) of what follows, length of the entry (u32), its bytes,
 * its signature (64). They are read, and no longer written.
 */
const fileMagic = utf8('CACHET1\n');
const casedMagic = 0x45534143;
const clearMagic = 0x52544e45;
const frameBytes = 12;
const signatureBytes = 64;
const moreFollows = 0x80000000;

export const HEADER_BYTES = 24;

/** What a file says of the one before it: bytes beyond `length` were never acknowledged and do not count. */
export interface Before {
  readonly file: number;
  readonly length: number;
}

export function encodeHeader(before: Before | null): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(fileMagic);
  view.setUint32(8, before?.file ?? 0, true);
  view.setBigUint64(12, BigInt(before?.length ?? 0), true);
  view.setUint32(20, crc32c(header.subarray(0, 20)), true);
  return header;
}

/** The header of a file, or null when it is not whole. */
export function decodeHeader(bytes: Uint8Array): { readonly before: Before | null } | null {
  if (bytes.length < HEADER_BYTES || fileMagic.some((byte, at) => bytes[at] !== byte)) return null;
  const view = viewOf(bytes);
  if (view.getUint32(20, true) !== crc32c(bytes.subarray(0, 20))) return null;
  const file = view.getUint32(8, true);
  return { before: file === 0 ? null : { file, length: Number(view.getBigUint64(12, true)) } };
}

/**
 * Whether a file is of a later version's form: its header is this one but for the number, `CACHET2`, `CACHET3` …, and
 * whole. Whoever changes what a file holds raises that number and begins a file with it.
 */
export function isOfLaterForm(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_BYTES || !/^CACHET[2-9]\n$/.test(fromUtf8(bytes.subarray(0, 8)) ?? '')) return false;
  return viewOf(bytes).getUint32(20, true) === crc32c(bytes.subarray(0, 20));
}

/** `more`: the next record is part of the same write. */
export function encodeRecord(casing: Uint8Array, more = false): Uint8Array {
  const record = concatBytes(new Uint8Array(frameBytes), casing);
  const view = viewOf(record);
  view.setUint32(0, casedMagic, true);
  view.setUint32(8, more ? casing.length + moreFollows : casing.length, true);
  view.setUint32(4, crc32c(record.subarray(8)), true);
  return record;
}

export type RecordContent =
  | { readonly kind: 'cased'; readonly casing: Uint8Array }
  | { readonly kind: 'clear'; readonly sealed: SealedEntry };

export interface FoundRecord {
  readonly offset: number;
  /** Of the whole record. */
  readonly length: number;
  /** Whether the next record is part of the same write. */
  readonly more: boolean;
  readonly content: RecordContent;
}

/** The record that begins at `offset`, or null when none does or it is not whole. */
export function decodeRecord(file: Uint8Array, offset: number): FoundRecord | null {
  if (offset + frameBytes > file.length) return null;
  const view = viewOf(file);
  const magic = view.getUint32(offset, true);
  if (magic !== casedMagic && magic !== clearMagic) return null;
  const marked = view.getUint32(offset + 8, true);
  const more = marked >= moreFollows;
  const size = more ? marked - moreFollows : marked;
  const [from, until] = [offset + frameBytes, offset + frameBytes + size + (magic === clearMagic ? signatureBytes : 0)];
  if (size > MAX_ENTRY_BYTES + CASING_OVERHEAD || until > file.length) return null;
  if (view.getUint32(offset + 4, true) !== crc32c(file.subarray(offset + 8, until))) return null;
  const length = until - offset;
  if (magic === casedMagic)
    return { offset, length, more, content: { kind: 'cased', casing: file.slice(from, until) } };
  const sealed = { bytes: file.slice(from, from + size), signature: file.slice(from + size, until) };
  return { offset, length, more, content: { kind: 'clear', sealed } };
}

export interface Scan {
  readonly records: readonly FoundRecord[];
  /** Bytes between good records that are no record: damage. */
  readonly damagedBytes: number;
  /** Where the last whole write ends. What follows, if anything, is a write that was cut short. */
  readonly goodUntil: number;
}

/** Finds every whole record of a file, also behind a damaged stretch, but for a last write that is not whole. */
export function scanRecords(file: Uint8Array): Scan {
  const records: FoundRecord[] = [];
  let damagedBytes = 0;
  let goodUntil = HEADER_BYTES;
  let whole = 0;
  let end = HEADER_BYTES;
  for (let at = HEADER_BYTES; at < file.length; ) {
    const record = decodeRecord(file, at);
    if (!record) {
      at++;
      continue;
    }
    damagedBytes += at - end;
    records.push(record);
    at += record.length;
    end = at;
    if (record.more) continue;
    goodUntil = end;
    whole = records.length;
  }
  return { records: records.slice(0, whole), damagedBytes, goodUntil };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
