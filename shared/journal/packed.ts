import type { SealedEntry } from './entry';

const signatureBytes = 64;

/** Sealed entries as one run of bytes, for crossing to another machine at once: length (u32), entry, signature; again. */
export function packSealed(entries: readonly SealedEntry[]): Uint8Array {
  const size = entries.reduce((sum, { bytes }) => sum + 4 + bytes.length + signatureBytes, 0);
  const packed = new Uint8Array(size);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const { bytes, signature } of entries) {
    if (signature.length !== signatureBytes) throw new Error('an Ed25519 signature has 64 bytes');
    view.setUint32(at, bytes.length, true);
    packed.set(bytes, at + 4);
    packed.set(signature, at + 4 + bytes.length);
    at += 4 + bytes.length + signatureBytes;
  }
  return packed;
}

/** The sealed entries in a run of bytes that came from elsewhere, as views of it; null when it ends within one. */
export function readSealed(packed: Uint8Array): SealedEntry[] | null {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const entries: SealedEntry[] = [];
  for (let at = 0; at < packed.length; ) {
    if (at + 4 > packed.length) return null;
    const length = view.getUint32(at, true);
    const [from, until] = [at + 4, at + 4 + length];
    at = until + signatureBytes;
    if (at > packed.length) return null;
    entries.push({ bytes: packed.subarray(from, until), signature: packed.subarray(until, at) });
  }
  return entries;
}
