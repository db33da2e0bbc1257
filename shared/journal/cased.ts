import { z } from 'zod';
import { fromUtf8, utf8 } from '../kernel/bytes';
import { entryId, streamId } from '../kernel/ids';

/** The place in the journal that an entry claims: all that must be known to keep it without reading it. */
export const claim = z.object({
  stream: streamId.schema,
  seq: z.int().min(1),
  prev: entryId.schema.nullable(),
  id: entryId.schema,
});
export type Claim = z.infer<typeof claim>;

/**
 * An entry as it lies in a local database: its place in clear, its bytes and signature encased under this machine's
 * data key, which only the main process has. What it claims is believed once main has opened and verified it.
 */
export interface CasedEntry {
  readonly entry: Claim;
  readonly casing: Uint8Array;
}

const claims = z.array(claim.extend({ size: z.int().nonnegative() }));
const lengthBytes = 4;

/** Cased entries as one run of bytes, for crossing to another process at once: length (u32) and list of claims, casings. */
export function packCased(entries: readonly CasedEntry[]): Uint8Array {
  const list = utf8(
    JSON.stringify(
      entries.map(({ entry: { stream, seq, prev, id }, casing }) => ({ stream, seq, prev, id, size: casing.length })),
    ),
  );
  const size = entries.reduce((sum, { casing }) => sum + casing.length, lengthBytes + list.length);
  const packed = new Uint8Array(size);
  new DataView(packed.buffer).setUint32(0, list.length, true);
  packed.set(list, lengthBytes);
  let at = lengthBytes + list.length;
  for (const { casing } of entries) {
    packed.set(casing, at);
    at += casing.length;
  }
  return packed;
}

/** The cased entries in a run of bytes, each with bytes of its own. Throws on anything `packCased` does not make: a bug. */
export function unpackCased(packed: Uint8Array): CasedEntry[] {
  const until = lengthBytes + new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  const list = claims.parse(JSON.parse(fromUtf8(packed.subarray(lengthBytes, until)) ?? ''));
  let at = until;
  const entries = list.map(({ size, ...entry }) => {
    const casing = packed.slice(at, at + size);
    at += size;
    return { entry, casing };
  });
  if (at !== packed.length) throw new Error('packed casings of another length than announced');
  return entries;
}
