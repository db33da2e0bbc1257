import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Random } from '../shared/kernel/ports';
import { nameOfKey } from './keyName';
import { openSealed, type SealedSecret, sealFor } from './sealedTo';
import { pairOfSecret, type X25519Pair } from './x25519';

const purpose = 'cachet-channel-key/1';
const keyBytes = 32;
const seedBytes = 32;

/** Seals a channel key to a device's wrapping key, as a grant carries it; null when that is no key. */
export function sealChannelKey(to: string, channel: string, key: Uint8Array, random: Random): SealedSecret | null {
  return sealFor({ purpose, name: `${channel} ${nameOfKey(key)}` }, to, key, random);
}

/** The channel key; null when it is not this device's, not of this channel, not the one it is named, or altered. */
export function openChannelKey(
  channel: string,
  id: string,
  sealed: SealedSecret,
  wrapping: X25519Pair,
): KeyObject | null {
  const raw = openSealed({ purpose, name: `${channel} ${id}` }, sealed, wrapping);
  return raw?.length === keyBytes && nameOfKey(raw) === id ? createSecretKey(raw) : null;
}

/**
 * The pair to which a device's channel keys are sealed, drawn by HKDF-SHA-256 from the seed of its signing key, under a
 * label of its own. One secret is kept, moved and lost, as the device is one; what is known of one use tells nothing
 * of the other; and every device.key that was ever written has its wrapping key already. A second secret beside the
 * first would lie in the same file, under the same data key, and protect nothing more.
 */
export function wrappingPairOf(signingKey: KeyObject): X25519Pair {
  const seed = signingKey.export({ format: 'der', type: 'pkcs8' }).subarray(-seedBytes);
  return pairOfSecret(new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(), 'cachet-wrapping-key/1', 32)));
}
