import type { SealedEntry } from '../journal/entry';
import { packSealed, readSealed } from '../journal/packed';
import { concatBytes, fromUtf8, utf8 } from '../kernel/bytes';
import type { SignatureCheck } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';

/**
 * The bytes of a message, requests and answers alike:
 *
 *   8 bytes    `cachet1` and a line feed
 *   u32        length of the head, little-endian
 *   u32        length of the payload
 *   head       JSON in UTF-8, as `messages.ts` has it
 *   payload    sealed entries as `packSealed` makes them; empty where the head counts none
 *   64 bytes   Ed25519 signature over a prefix and all bytes before it: by the device over `cachet-request/1` and a
 *              line feed, or by the server over `cachet-answer/1` and a line feed
 */
const magic = utf8('cachet1\n');
const fixedBytes = magic.length + 8;
const signatureBytes = 64;
const prefixes = { request: utf8('cachet-request/1\n'), answer: utf8('cachet-answer/1\n') };

export type Direction = keyof typeof prefixes;

/** A frame whose form is right. Whether the signature is, `signedBy` says, once the head has told who should have signed. */
export interface Frame {
  /** As parsed from JSON: to be given to its schema. */
  readonly head: unknown;
  readonly entries: readonly SealedEntry[];
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

export type FrameFault = 'not-a-frame' | 'truncated' | 'malformed';

export function writeFrame(
  direction: Direction,
  head: object,
  entries: readonly SealedEntry[],
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const text = utf8(JSON.stringify(head));
  const payload = packSealed(entries);
  const fixed = new Uint8Array(fixedBytes);
  fixed.set(magic);
  const view = new DataView(fixed.buffer);
  view.setUint32(magic.length, text.length, true);
  view.setUint32(magic.length + 4, payload.length, true);
  const body = concatBytes(fixed, text, payload);
  return concatBytes(body, sign(concatBytes(prefixes[direction], body)));
}

/** Reads a frame's form. Nothing is believed of it yet. */
export function readFrame(bytes: Uint8Array): Result<Frame, FrameFault> {
  const shown = Math.min(bytes.length, magic.length);
  if (bytes.length === 0 || magic.subarray(0, shown).join() !== bytes.subarray(0, shown).join())
    return err('not-a-frame');
  if (bytes.length < fixedBytes) return err('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headUntil = fixedBytes + view.getUint32(magic.length, true);
  const bodyUntil = headUntil + view.getUint32(magic.length + 4, true);
  if (bytes.length < bodyUntil + signatureBytes) return err('truncated');
  if (bytes.length > bodyUntil + signatureBytes) return err('malformed');
  const head = parsed(bytes.subarray(fixedBytes, headUntil));
  const entries = readSealed(bytes.subarray(headUntil, bodyUntil));
  if (head === undefined || entries === null) return err('malformed');
  return ok({ head, entries, body: bytes.subarray(0, bodyUntil), signature: bytes.subarray(bodyUntil) });
}

/** Whether the holder of `publicKey` (raw, 32 bytes) made this frame, in this direction. */
export function signedBy(direction: Direction, frame: Frame, publicKey: Uint8Array, check: SignatureCheck): boolean {
  return check(publicKey, concatBytes(prefixes[direction], frame.body), frame.signature);
}

function parsed(bytes: Uint8Array): unknown {
  const text = fromUtf8(bytes);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
