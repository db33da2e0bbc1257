import { createHash, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';
import { concatBytes, fromBase64url, toBase64url } from '../../shared/kernel/bytes';
import { type ChannelKeyId, channelKeyId } from '../../shared/kernel/ids';
import type { Random } from '../../shared/kernel/ports';
import { close } from './closed';

const purpose = 'cachet-channel-key/1';
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');

/** The name of a channel key, which tells nothing of it. */
export function nameOfKey(key: Uint8Array): ChannelKeyId {
  return channelKeyId.of(createHash('sha256').update(key).digest().subarray(0, 8).toString('hex'));
}

/**
 * A channel key sealed to a device's wrapping key, as the device opens it: X25519 with a passing key, HKDF-SHA-256,
 * AES-256-GCM. Null when that is no key to which anything can be sealed.
 * @param to raw X25519 public key, base64url
 */
export function sealChannelKey(to: string, channel: string, key: Uint8Array, random: Random) {
  const raw = fromBase64url(to);
  if (raw?.length !== 32) return null;
  const passing = generateKeyPairSync('x25519');
  const ephemeral = new Uint8Array(passing.publicKey.export({ format: 'der', type: 'spki' })).subarray(
    spkiPrefix.length,
  );
  const shared = agreed(passing.privateKey, raw);
  if (!shared) return null;
  const sealing = new Uint8Array(hkdfSync('sha256', shared, concatBytes(ephemeral, raw), purpose, 32));
  const id = nameOfKey(key);
  const closed = Buffer.from(close(key, sealing, `${purpose} ${channel} ${id}`, random)).toString('base64');
  return { channel, id, to, ephemeral: toBase64url(ephemeral), closed };
}

function agreed(privateKey: ReturnType<typeof generateKeyPairSync>['privateKey'], raw: Uint8Array): Uint8Array | null {
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
    return new Uint8Array(diffieHellman({ privateKey, publicKey }));
  } catch {
    return null; // a point of small order
  }
}
