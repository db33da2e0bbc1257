import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fromBase64url, toBase64url } from '../shared/kernel/bytes';

const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');

export interface X25519Pair {
  readonly privateKey: KeyObject;
  /** Raw, base64url. */
  readonly publicKey: string;
}

export function newPair(): X25519Pair {
  return pairOf(generateKeyPairSync('x25519').privateKey);
}

/** The pair that 32 secret bytes stand for. */
export function pairOfSecret(secret: Uint8Array): X25519Pair {
  return pairOf(createPrivateKey({ key: Buffer.concat([pkcs8Prefix, secret]), format: 'der', type: 'pkcs8' }));
}

export function pairOf(privateKey: KeyObject): X25519Pair {
  return { privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) };
}

/** What a private key and the other side's public one agree on; null when that is no key, or nothing secret comes of it. */
export function agreed(privateKey: KeyObject, other: string): Uint8Array | null {
  const raw = fromBase64url(other);
  if (raw?.length !== 32) return null;
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
    return new Uint8Array(diffieHellman({ privateKey, publicKey }));
  } catch {
    return null; // a point of small order
  }
}

function rawPublicKey(key: KeyObject): string {
  return toBase64url(new Uint8Array(key.export({ format: 'der', type: 'spki' })).subarray(spkiPrefix.length));
}
