import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { concatBytes, fromBase64url } from '../shared/kernel/bytes';
import type { Random } from '../shared/kernel/ports';
import { close, reopen } from './closed';
import { agreed, newPair, type X25519Pair } from './x25519';

const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/** A secret sealed to somebody's public key: X25519 with a passing key, HKDF-SHA-256, AES-256-GCM. */
export const sealedSecret = z.object({
  /** Whose it is: raw X25519 public key, base64url. */
  to: z.string().regex(keyPattern),
  /** The passing public key, base64url. */
  ephemeral: z.string().regex(keyPattern),
  closed: z.base64(),
});
export type SealedSecret = z.infer<typeof sealedSecret>;

/** What a secret is sealed for: one purpose's seals do not open for another, nor those of one secret for another's. */
export interface SealedFor {
  /** `cachet-recovery/1`… */
  readonly purpose: string;
  /** Which secret of this purpose it is. */
  readonly name: string;
}

/** Seals a secret to a public key; null when that is no key anything can be sealed to. */
export function sealFor(sealed: SealedFor, to: string, secret: Uint8Array, random: Random): SealedSecret | null {
  const passing = newPair();
  const shared = agreed(passing.privateKey, to);
  if (!shared) return null;
  const ephemeral = passing.publicKey;
  const closed = close(secret, sealingKey(sealed, shared, ephemeral, to), context(sealed), random);
  return { to, ephemeral, closed: Buffer.from(closed).toString('base64') };
}

/** The secret; null when it is sealed to another or for something else, or altered. */
export function openSealed(
  sealed: SealedFor,
  { to, ephemeral, closed }: SealedSecret,
  pair: X25519Pair,
): Uint8Array | null {
  if (pair.publicKey !== to) return null;
  const shared = agreed(pair.privateKey, ephemeral);
  if (!shared) return null;
  const key = sealingKey(sealed, shared, ephemeral, to);
  return reopen(new Uint8Array(Buffer.from(closed, 'base64')), key, context(sealed));
}

function sealingKey({ purpose }: SealedFor, shared: Uint8Array, ephemeral: string, to: string): Uint8Array {
  const salt = concatBytes(fromBase64url(ephemeral) ?? new Uint8Array(), fromBase64url(to) ?? new Uint8Array());
  return new Uint8Array(hkdfSync('sha256', shared, salt, purpose, 32));
}

const context = ({ purpose, name }: SealedFor) => `${purpose} ${name}`;
