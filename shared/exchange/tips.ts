import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { MAX_SEQ } from '../journal/entry';
import { concatBytes, fromBase64url, toBase64url, utf8 } from '../kernel/bytes';
import type { StreamId } from '../kernel/ids';
import { entryId, streamId } from '../kernel/ids';

/** An entry that no other entry of its stream continues: the head of the chain, or the end of a fork beside it. */
export const tip = z.tuple([z.int().min(1).max(MAX_SEQ), entryId.schema]);
export type Tip = z.infer<typeof tip>;

/**
 * The ends of one stream's branches. With the entries before them they are all that a replica holds of it: two replicas
 * are level in a stream when they name the same tips, whichever branch each took for its chain.
 */
export const streamTips = z.tuple([streamId.schema, z.array(tip).max(10_000)]);
export type StreamTips = z.infer<typeof streamTips>;

/** How far a replica has come, forks included. */
export type Tips = ReadonlyMap<StreamId, readonly Tip[]>;

/** Streams are told by shelf, so that one changed stream does not cost the telling of all. */
export const SHELVES = 64;
const digestBytes = 8;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The shelf of a stream: the value, 0 to 63, of its launch's first base64url letter, which chance has drawn. */
export function shelfOf(stream: StreamId): number {
  return letters.indexOf(stream.charAt(44));
}

/** The streams of each shelf, all sixty-four. */
export function shelved(tips: Tips): readonly Tips[] {
  const shelves = Array.from({ length: SHELVES }, () => new Map<StreamId, readonly Tip[]>());
  for (const [stream, ends] of tips) shelves[shelfOf(stream)]?.set(stream, ends);
  return shelves;
}

/** A digest of each shelf, eight bytes, one after the other, in base64url. */
export const shelfDigests = z.string().length(Math.ceil((SHELVES * digestBytes * 4) / 3));

/**
 * Digests of what a replica holds. A shelf's is the first eight bytes of SHA-256 over one line for each of its tips,
 * `stream seq id` and a line feed, the lines in order of their code units; eight zero bytes for a shelf without streams.
 */
export function digestsOf(tips: Tips): string {
  return toBase64url(concatBytes(...shelved(tips).map(digestOf)));
}

function digestOf(shelf: Tips): Uint8Array {
  const lines = [...shelf].flatMap(([stream, ends]) => ends.map(([seq, id]) => `${stream} ${seq} ${id}\n`));
  if (lines.length === 0) return new Uint8Array(digestBytes);
  return sha256(utf8(lines.sort().join(''))).subarray(0, digestBytes);
}

/** The shelves in which two sets of digests differ. */
export function differing(one: string, other: string): readonly number[] {
  const [a, b] = [fromBase64url(one), fromBase64url(other)];
  return Array.from({ length: SHELVES }, (_, shelf) => shelf).filter((shelf) => {
    const [from, until] = [shelf * digestBytes, (shelf + 1) * digestBytes];
    return !a || !b || a.subarray(from, until).join() !== b.subarray(from, until).join();
  });
}
