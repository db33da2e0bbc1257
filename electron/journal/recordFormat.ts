import { MAX_ENTRY_BYTES, type SealedEntry } from '../../shared/journal/entry';
import { concatBytes, utf8 } from '../../shared/kernel/bytes';
import { crc32c } from './crc32c';

/**
 * A file of the black box, all numbers little-endian:
 * header: `CACHET1\n`, number of the file before (u32, 0 for none), how many of its bytes count (u64), CRC-32C (u32);
 * then records: `ENTR`, CRC-32C (u32) of what follows, length of the entry (u32), its bytes, its signature (64).
 * The highest bit of the length says that the next record belongs to the same write, which counts whole or not at all.
 */
const fileMagic = utf8('CACHET1\n');
const recordMagic = 0x52544e45;
const signatureBytes = 64;
const recordOverhead = 12 + signatureBytes;
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

/** `more`: the next record is part of the same write. */
export function encodeRecord({ bytes, signature }: SealedEntry, more = false): Uint8Array {
  if (signature.length !== signatureBytes) throw new Error('an Ed25519 signature has 64 bytes');
  const head = new Uint8Array(12);
  const record = concatBytes(head, bytes, signature);
  const view = viewOf(record);
  view.setUint32(0, recordMagic, true);
  view.setUint32(8, more ? bytes.length + moreFollows : bytes.length, true);
  view.setUint32(4, crc32c(record.subarray(8)), true);
  return record;
}

export interface FoundRecord {
  readonly offset: number;
  /** Of the whole record. */
  readonly length: number;
  /** Whether the next record is part of the same write. */
  readonly more: boolean;
  readonly sealed: SealedEntry;
}

/** The record that begins at `offset`, or null when none does or it is not whole. */
export function decodeRecord(file: Uint8Array, offset: number): FoundRecord | null {
  if (offset + recordOverhead > file.length) return null;
  const view = viewOf(file);
  if (view.getUint32(offset, true) !== recordMagic) return null;
  const marked = view.getUint32(offset + 8, true);
  const more = marked >= moreFollows;
  const size = more ? marked - moreFollows : marked;
  const length = recordOverhead + size;
  if (size > MAX_ENTRY_BYTES || offset + length > file.length) return null;
  if (view.getUint32(offset + 4, true) !== crc32c(file.subarray(offset + 8, offset + length))) return null;
  const signature = file.slice(offset + 12 + size, offset + length);
  return { offset, length, more, sealed: { bytes: file.slice(offset + 12, offset + 12 + size), signature } };
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
