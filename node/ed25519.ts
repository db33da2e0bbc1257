import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { SignatureCheck, Signer } from '../shared/kernel/ports';

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keysAtHand = 2_000;

/** Node's form of a raw public key of 32 bytes. */
export function keyObjectOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}

/**
 * The Ed25519 check of programs that run in Node; it keeps the keys it met last, for a device's entries come many at a
 * time. Windows leave it to main: not every Chromium we run on knows Ed25519.
 */
export function ed25519Check(): SignatureCheck {
  const keys = new Map<string, KeyObject>();
  const keyOf = (raw: Uint8Array): KeyObject => {
    const name = Buffer.from(raw).toString('base64');
    const known = keys.get(name);
    if (known) return known;
    if (keys.size >= keysAtHand) keys.clear();
    const key = keyObjectOf(raw);
    keys.set(name, key);
    return key;
  };
  return (publicKey, bytes, signature) => signature.length === 64 && verify(null, bytes, keyOf(publicKey), signature);
}

/** Signs with a private key that does not leave this function. */
export function ed25519Signer(privateKey: KeyObject): Signer {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
  return {
    publicKey: new Uint8Array(publicKey),
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}
