import type { SealedEntry } from './entry';

const signatureBytes = 64;
/** Set in an entry's length where the content of its box comes along: no entry is anywhere near so long. */
const withContent = 0x8000_0000;

/** A sealed entry on its way to a window, and what its box holds where this device may open it. */
export interface Delivered extends SealedEntry {
  /** As main opened it: the keys themselves never enter a window. */
  readonly content?: Uint8Array;
}

/**
 * Entries as one run of bytes, for crossing to another process at once: length (u32), entry, signature, for an opened
 * box the length (u32) of its content and that content; again.
 */
export function packDelivered(entries: readonly Delivered[]): Uint8Array {
  const size = entries.reduce((sum, { bytes, content }) => {
    return sum + 4 + bytes.length + signatureBytes + (content ? 4 + content.length : 0);
  }, 0);
  const packed = new Uint8Array(size);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const { bytes, signature, content } of entries) {
    if (signature.length !== signatureBytes) throw new Error('an Ed25519 signature has 64 bytes');
    view.setUint32(at, content ? bytes.length + withContent : bytes.length, true);
    packed.set(bytes, at + 4);
    packed.set(signature, at + 4 + bytes.length);
    at += 4 + bytes.length + signatureBytes;
    if (!content) continue;
    view.setUint32(at, content.length, true);
    packed.set(content, at + 4);
    at += 4 + content.length;
  }
  return packed;
}

/** The entries in a run of bytes, as views of it. Throws when the run ends within one: a bug. */
export function unpackDelivered(packed: Uint8Array): Delivered[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const entries: Delivered[] = [];
  let at = 0;
  const take = (length: number): Uint8Array => {
    const from = at;
    at += length;
    if (at > packed.length) throw new Error('packed entries that end within one');
    return packed.subarray(from, at);
  };
  const takeLength = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  while (at < packed.length) {
    const said = takeLength();
    const sealed = { bytes: take(said % withContent), signature: take(signatureBytes) };
    entries.push(said < withContent ? sealed : { ...sealed, content: take(takeLength()) });
  }
  return entries;
}
