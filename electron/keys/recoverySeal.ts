import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { concatBytes, fromBase64url, toBase64url } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';
import { close, reopen } from './closed';

const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/** A data key sealed to one of headquarters' recovery keys: X25519 with a passing key, HKDF-SHA-256, AES-256-GCM. */
export const recoverySeal = z.object({
  /** The recovery key it is sealed to: raw X25519 public key, base64url. */
  to: z.string().regex(keyPattern),
  /** The passing public key, base64url. */
  ephemeral: z.string().regex(keyPattern),
  closed: z.base64(),
});
export type RecoverySeal = z.infer<typeof recoverySeal>;

/** Seals a data key to a recovery key; null when that is no key anything can be sealed to. */
export function sealTo(to: string, id: string, secret: Uint8Array, random: Random): RecoverySeal | null {
  const passing = generateKeyPairSync('x25519');
  const shared = agreed(passing.privateKey, to);
  if (!shared) return null;
  const ephemeral = rawPublicKey(passing.publicKey);
  const closed = close(secret, sealingKey(shared, ephemeral, to), context(id), random);
  return { to, ephemeral, closed: Buffer.from(closed).toString('base64') };
}

/** Opens a seal with headquarters' private key (PEM); null when it is sealed to another, or altered. */
export function openSeal({ to, ephemeral, closed }: RecoverySeal, id: string, privatePem: string): Uint8Array | null {
  const privateKey = createPrivateKey(privatePem);
  if (rawPublicKey(createPublicKey(privateKey)) !== to) return null;
  const shared = agreed(privateKey, ephemeral);
  if (!shared) return null;
  return reopen(new Uint8Array(Buffer.from(closed, 'base64')), sealingKey(shared, ephemeral, to), context(id));
}

/** The public half of headquarters' private key (PEM), as the dossier de centre has it; null when it is no such key. */
export function publicHalfOf(privatePem: string): string | null {
  try {
    const privateKey = createPrivateKey(privatePem);
    return privateKey.asymmetricKeyType === 'x25519' ? rawPublicKey(createPublicKey(privateKey)) : null;
  } catch {
    return null; // no private key at all, or one behind a password
  }
}

/** A new recovery key: the private half as PEM, the public half as the dossier de centre takes it. */
export function newRecoveryKey(): { readonly privatePem: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return {
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: rawPublicKey(publicKey),
  };
}

function agreed(privateKey: KeyObject, other: string): Uint8Array | null {
  const raw = fromBase64url(other);
  if (raw?.length !== 32) return null;
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
    return new Uint8Array(diffieHellman({ privateKey, publicKey }));
  } catch {
    return null; // a point of small order: nothing secret comes of it
  }
}

function sealingKey(shared: Uint8Array, ephemeral: string, to: string): Uint8Array {
  const salt = concatBytes(fromBase64url(ephemeral) ?? new Uint8Array(), fromBase64url(to) ?? new Uint8Array());
  return new Uint8Array(hkdfSync('sha256', shared, salt, 'cachet-recovery/1', 32));
}

const context = (id: string) => `cachet-recovery/1 ${id}`;

/** Raw X25519 public key of a key, base64url. */
export function rawPublicKey(key: KeyObject): string {
  return toBase64url(new Uint8Array(key.export({ format: 'der', type: 'spki' })).subarray(spkiPrefix.length));
}
