import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { copiedCentre } from '../../shared/bridge/copies';
import { concatBytes, fromUtf8, utf8 } from '../../shared/kernel/bytes';
import { entryId, streamId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import { err, ok, type Result } from '../../shared/kernel/result';
import { crc32c } from '../journal/crc32c';
import { sealedKey } from '../keys/keyFile';
import { recoverySeal } from '../keys/recoverySeal';

/**
 * A copy, all numbers little-endian: `CACHET-COPY 1\n`; length of the header (u32), its CRC-32C (u32), its HMAC-SHA-256 (32) under
 * a key derived from the copy's, the header as JSON; records as in the black box (`recordFormat`), encased under the copy's
 * key, each stream in the order of its chain and forks last; then the end: `CACHET-COPY-END\n`, length of the whole file
 * (u64), CRC-32C of both (u32).
 */
const magicStart = utf8('CACHET-COPY ');
const magic = utf8('CACHET-COPY 1\n');
const endMagic = utf8('CACHET-COPY-END\n');
const frameBytes = 40;
const mostHeaderBytes = 16 * 1024 * 1024;

export const END_BYTES = endMagic.length + 12;

export const copyHeader = z.object({
  format: z.literal(1),
  of: copiedCentre,
  madeAt: instant.schema,
  /** The device whose black box was copied: its Ed25519 public key, base64url. */
  device: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  version: z.string().max(40),
  /** How many entries follow, forks included. */
  entries: z.int().nonnegative(),
  forks: z.int().nonnegative(),
  /** How far every stream goes. */
  frontier: z.array(
    z.object({
      stream: streamId.schema,
      seq: z.int().min(1),
      id: entryId.schema,
    }),
  ),
  /** The copy's key: its id, and the key sealed to the code de secours and to each recovery key of headquarters. */
  key: z.object({
    id: z.string().regex(/^[0-9a-f]{16}$/),
    seals: z.array(recoverySeal).min(1).max(64),
  }),
  /**
   * The data keys of that machine as its `data.key` has them, without what keychain or passphrase wrap: sealed to
   * headquarters alone. The copy is read without them. They are for a machine whose disk is there and whose `data.key` is
   * not: with its code it reads again what it wrote since this copy, and what lies under keys it had lost before, which no
   * copy holds.
   */
  machineKeys: z.array(sealedKey).max(64).default([]),
});
export type CopyHeader = z.infer<typeof copyHeader>;

/** Why the beginning of a file is not that of a copy. */
export type HeaderFault =
  | { readonly kind: 'not-a-copy' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'header-cut' }
  | { readonly kind: 'header-damaged' };

export interface FoundHeader {
  readonly header: CopyHeader;
  /** The exact bytes of the header, which `authentic` checks once the key is known. */
  readonly text: Uint8Array;
  readonly authentication: Uint8Array;
  /** Where the records begin. */
  readonly until: number;
}

/** @param key the copy's key, 32 bytes */
export function encodeCopyHeader(header: CopyHeader, key: Uint8Array): Uint8Array {
  const text = utf8(JSON.stringify(header));
  const frame = new Uint8Array(8);
  const view = new DataView(frame.buffer);
  view.setUint32(0, text.length, true);
  const authentication = authenticationOf(text, key);
  view.setUint32(4, crc32c(concatBytes(frame.subarray(0, 4), authentication, text)), true);
  return concatBytes(magic, frame, authentication, text);
}

/** Whether a file begins as a copy does, of whatever version. */
export function isCopy(file: Uint8Array): boolean {
  return magicStart.every((byte, at) => file[at] === byte);
}

/** Reads the header at the start of a file, of which `bytes` may be a first part long enough. */
export function decodeCopyHeader(bytes: Uint8Array): Result<FoundHeader, HeaderFault> {
  if (!isCopy(bytes)) return err({ kind: 'not-a-copy' });
  if (bytes.length < magic.length + frameBytes) return err({ kind: 'header-cut' });
  if (magic.some((byte, at) => bytes[at] !== byte)) return err({ kind: 'newer' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(magic.length, true);
  const from = magic.length + frameBytes;
  if (length > mostHeaderBytes) return err({ kind: 'header-damaged' });
  if (from + length > bytes.length) return err({ kind: 'header-cut' });
  const authentication = bytes.slice(magic.length + 8, from);
  const text = bytes.slice(from, from + length);
  const checked = concatBytes(bytes.subarray(magic.length, magic.length + 4), authentication, text);
  if (view.getUint32(magic.length + 4, true) !== crc32c(checked)) return err({ kind: 'header-damaged' });
  const header = copyHeader.safeParse(jsonOf(text));
  return header.success
    ? ok({ header: header.data, text, authentication, until: from + length })
    : err({ kind: 'header-damaged' });
}

/** Whether who wrote the header had the copy's key: else somebody changed what it says. */
export function authentic({ text, authentication }: FoundHeader, key: Uint8Array): boolean {
  return timingSafeEqual(authenticationOf(text, key), authentication);
}

/** @param length of all that comes before, in bytes */
export function encodeEnd(length: number): Uint8Array {
  const end = new Uint8Array(END_BYTES);
  const view = new DataView(end.buffer);
  end.set(endMagic);
  view.setBigUint64(endMagic.length, BigInt(length + END_BYTES), true);
  view.setUint32(endMagic.length + 8, crc32c(end.subarray(0, endMagic.length + 8)), true);
  return end;
}

/** The length that the end of a file says the whole has, or null when no end is there. */
export function lengthSaid(file: Uint8Array): number | null {
  const end = file.subarray(Math.max(0, file.length - END_BYTES));
  if (end.length < END_BYTES || endMagic.some((byte, at) => end[at] !== byte)) return null;
  const view = new DataView(end.buffer, end.byteOffset, end.byteLength);
  if (view.getUint32(endMagic.length + 8, true) !== crc32c(end.subarray(0, endMagic.length + 8))) return null;
  return Number(view.getBigUint64(endMagic.length, true));
}

function authenticationOf(text: Uint8Array, key: Uint8Array): Uint8Array {
  const derived = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'cachet-copy-header/1', 32));
  return new Uint8Array(createHmac('sha256', derived).update(text).digest());
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '');
  } catch {
    return null; // its schema refuses it
  }
}
