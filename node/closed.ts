import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { concatBytes, utf8 } from '../shared/kernel/bytes';
import type { Random } from '../shared/kernel/ports';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** How many bytes longer a closed secret is. */
export const CLOSED_OVERHEAD = nonceBytes + tagBytes;

/**
 * A secret closed under a key of 32 bytes (AES-256-GCM): nonce (12), what it became, tag (16). `context` says what it is
 * for and is authenticated along: what was closed for one purpose does not open for another.
 */
export function close(secret: Uint8Array, key: Uint8Array | KeyObject, context: string, random: Random): Uint8Array {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(utf8(context));
  return concatBytes(nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag());
}

/** The secret, or null when it was not closed under this key for this purpose, or was altered since. */
export function reopen(closed: Uint8Array, key: Uint8Array | KeyObject, context: string): Uint8Array | null {
  if (closed.length < CLOSED_OVERHEAD) return null;
  const sealedUntil = closed.length - tagBytes;
  const decipher = createDecipheriv(algorithm, key, closed.subarray(0, nonceBytes));
  decipher.setAAD(utf8(context));
  decipher.setAuthTag(closed.subarray(sealedUntil));
  const secret = decipher.update(closed.subarray(nonceBytes, sealedUntil));
  try {
    decipher.final();
  } catch {
    return null; // the tag does not match
  }
  return new Uint8Array(secret);
}
