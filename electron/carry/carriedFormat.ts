import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sealedSecret } from '../../node/sealedTo';
import type { CarriedFault } from '../../shared/bridge/carry';
import { copiedCentre } from '../../shared/bridge/copies';
import { receipt } from '../../shared/exchange/receipt';
import { keyOf } from '../../shared/exchange/signature';
import { streamTips } from '../../shared/exchange/tips';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import { concatBytes, fromUtf8, utf8 } from '../../shared/kernel/bytes';
import { instant } from '../../shared/kernel/instant';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import { crc32c } from '../journal/crc32c';

/**
 * What a machine carries to the others, in one file, numbers little-endian: `CACHET-USB 1\n`; length of the header (u32) and
 * CRC-32C (u32) of that length and the header; the header, JSON; the parts it names, one after the other: the index, then
 * each channel's. A part is gzipped, then closed (`closed.ts`) under the key of its section, which the header brings
 * sealed to each machine that may read it. At the end the writer's Ed25519 signature over `cachet-usb/1\n` and the SHA-256
 * of all that comes before.
 */
const magicStart = utf8('CACHET-USB ');
const magic = utf8('CACHET-USB 1\n');
const fixedBytes = magic.length + 8;
const signatureBytes = 64;
const signed = utf8('cachet-usb/1\n');
const mostHeaderBytes = 16 * 1024 * 1024;

/** A file beyond this is not read. */
export const MOST_CARRIED_BYTES = 1024 * 1024 * 1024;

/** The name of the section that every machine of the centre opens. */
export const INDEX = 'index';

const section = z.object({
  key: z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), seals: z.array(sealedSecret).max(2_000) }),
  /** The length of each part, in bytes. */
  parts: z.array(z.int().min(1)).max(20_000),
});

export const carriedHeader = z.object({
  format: z.literal(1),
  of: copiedCentre,
  /** Who wrote it, and signs it. */
  device: deviceId.schema,
  version: z.string().max(40),
  writtenAt: instant.schema,
  /** Milliseconds by which the centre's clock was ahead of the writer's; null while it was not known. */
  offset: z.int().nullable(),
  index: section,
  channels: z
    .array(section.extend({ channel: z.string().regex(/^[a-z]{1,40}$/), entries: z.int().nonnegative() }))
    .max(100),
});
export type CarriedHeader = z.infer<typeof carriedHeader>;
export type Section = z.infer<typeof section>;

/** What every machine of the centre learns: how far the writer has come, and what headquarters has signed for. */
export const carriedIndex = z.object({ tips: z.array(streamTips), receipts: z.array(receipt) });
export type CarriedIndex = z.infer<typeof carriedIndex>;

export interface FoundCarried {
  readonly header: CarriedHeader;
  /** The closed parts, in the order of the header. */
  readonly parts: readonly Uint8Array[];
}

/** Which file of which machine it is. */
export type CarriedStamp = Pick<CarriedHeader, 'of' | 'device' | 'writtenAt'>;

/** What a part is authenticated along with: none passes for another of this file, nor for one of another file. */
export function partContext({ of, device, writtenAt }: CarriedStamp, name: string, part: number): string {
  return `cachet-usb-part/1 ${of.code} ${of.session} ${device} ${writtenAt} ${name} ${part}`;
}

/** What the key of a section is sealed for. */
export function sectionSealing(name: string, keyId: string) {
  return { purpose: 'cachet-usb/1', name: `${name} ${keyId}` } as const;
}

export function encodeCarried(
  header: CarriedHeader,
  parts: readonly Uint8Array[],
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const text = utf8(JSON.stringify(header));
  const fixed = new Uint8Array(8);
  const view = new DataView(fixed.buffer);
  view.setUint32(0, text.length, true);
  view.setUint32(4, crc32c(concatBytes(fixed.subarray(0, 4), text)), true);
  const body = concatBytes(magic, fixed, text, ...parts);
  return concatBytes(body, sign(signedOf(body)));
}

/** Whether a file begins as one of these does, of whatever version. */
function isCarried(file: Uint8Array): boolean {
  return magicStart.every((byte, at) => file[at] === byte);
}

/** The header at the start of a file, of which `bytes` may be a first part long enough. */
function headerIn(bytes: Uint8Array): Result<{ readonly header: CarriedHeader; readonly until: number }, CarriedFault> {
  if (!isCarried(bytes)) return err({ kind: bytes.length < magicStart.length ? 'cut' : 'not-carried' });
  if (bytes.length < fixedBytes) return err({ kind: 'cut' });
  if (magic.some((byte, at) => bytes[at] !== byte)) return err({ kind: 'newer' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(magic.length, true);
  if (length > mostHeaderBytes) return err({ kind: 'damaged' });
  if (bytes.length < fixedBytes + length) return err({ kind: 'cut' });
  const text = bytes.subarray(fixedBytes, fixedBytes + length);
  const checked = crc32c(concatBytes(bytes.subarray(magic.length, magic.length + 4), text));
  if (view.getUint32(magic.length + 4, true) !== checked) return err({ kind: 'damaged' });
  const header = carriedHeader.safeParse(jsonOf(text));
  return header.success ? ok({ header: header.data, until: fixedBytes + length }) : err({ kind: 'damaged' });
}

/** Reads a whole file's form, and checks that who it names as its writer has signed every byte of it. */
export function decodeCarried(file: Uint8Array, check: SignatureCheck): Result<FoundCarried, CarriedFault> {
  const found = headerIn(file);
  if (!found.ok) return found;
  const { header, until } = found.value;
  const lengths = [header.index, ...header.channels].flatMap((each) => each.parts);
  const end = lengths.reduce((sum, length) => sum + length, until);
  if (file.length < end + signatureBytes) return err({ kind: 'cut' });
  if (file.length > end + signatureBytes) return err({ kind: 'damaged' });
  if (!check(keyOf(header.device), signedOf(file.subarray(0, end)), file.subarray(end)))
    return err({ kind: 'damaged' });
  let at = until;
  const parts = lengths.map((length) => {
    at += length;
    return file.subarray(at - length, at);
  });
  return ok({ header, parts });
}

/** The beginning of the name of a machine's file. */
export function fileNameOf(device: DeviceId): string {
  return `poste-${device.slice(0, 12)}`;
}

function signedOf(body: Uint8Array): Uint8Array {
  return concatBytes(signed, new Uint8Array(createHash('sha256').update(body).digest()));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '');
  } catch {
    return null; // its schema refuses it
  }
}
