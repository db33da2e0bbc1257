import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { concatBytes, fromUtf8, toHex, utf8 } from '../kernel/bytes';
import { type EntryId, entryId, streamId } from '../kernel/ids';
import { parsedJson, statement } from '../kernel/statement';

/** The last number that a stream may reach: more than is written in a century, and what every table can hold. */
export const MAX_SEQ = 2_147_483_647;

/** One immutable statement in the life of a session, in its place. Kept, signed and forwarded as its exact bytes. */
export const entryBody = statement.omit({ id: true }).extend({
  format: z.literal(1),
  about: parsedJson,
  data: parsedJson,
  stream: streamId.schema,
  /** 1, 2, 3 … without a gap inside a stream. */
  seq: z.int().min(1).max(MAX_SEQ),
  /** The stream's previous entry; for its first one, the head of the closed stream it continues, if any. */
  prev: entryId.schema.nullable(),
});
export type EntryBody = z.infer<typeof entryBody>;
export type Entry = EntryBody & { readonly id: EntryId };

/** An entry as it is kept and sent: the exact bytes and the device's Ed25519 signature over them. */
export interface SealedEntry {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

export const MAX_ENTRY_BYTES = 65_536;

const idPrefix = utf8('cachet-entry/1\n');

/** The bytes that are hashed and signed: a prefix that serves nothing else, then the entry's own bytes. */
export function signedBytes(bytes: Uint8Array): Uint8Array {
  return concatBytes(idPrefix, bytes);
}

export function idOf(bytes: Uint8Array): EntryId {
  return entryId.of(toHex(sha256(signedBytes(bytes))));
}

/** Writes an entry's bytes, once and for ever. */
export function encode(body: EntryBody): Uint8Array {
  return utf8(JSON.stringify(body));
}

/** Reads an entry's bytes, or null when they are not an entry. */
export function decode(bytes: Uint8Array): Entry | null {
  const body = decodeBody(bytes);
  return body && { ...body, id: idOf(bytes) };
}

/** As `decode`, without the hash that names the entry. */
export function decodeBody(bytes: Uint8Array): EntryBody | null {
  if (bytes.length > MAX_ENTRY_BYTES) return null;
  const text = fromUtf8(bytes);
  if (text === null) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const body = entryBody.safeParse(raw);
  return body.success ? body.data : null;
}
