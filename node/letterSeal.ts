import { concatBytes, fromBase64url, toBase64url } from '../shared/kernel/bytes';
import type { ChannelKeyId } from '../shared/kernel/ids';
import type { NotOpened, Random } from '../shared/kernel/ports';
import type { ClosedContent } from '../shared/kernel/statement';
import { nameOfKey } from './keyName';
import { openSealed, sealFor } from './sealedTo';
import type { X25519Pair } from './x25519';

const purpose = 'cachet-letter/1';
const ephemeralBytes = 32;

/**
 * Seals what is for one machine alone to its X25519 public key (raw, base64url): the passing public key (32 bytes), then
 * what it became. Null when that is no key anything can be sealed to.
 */
export function sealLetter(
  to: string,
  secret: Uint8Array,
  context: (key: ChannelKeyId) => string,
  random: Random,
): ClosedContent | null {
  const raw = fromBase64url(to);
  if (raw?.length !== ephemeralBytes) return null;
  const key = nameOfKey(raw);
  const sealed = sealFor({ purpose, name: context(key) }, to, secret, random);
  const ephemeral = sealed && fromBase64url(sealed.ephemeral);
  if (!sealed || !ephemeral) return null;
  return { key, box: toBase64url(concatBytes(ephemeral, new Uint8Array(Buffer.from(sealed.closed, 'base64')))) };
}

/** What was sealed to a machine's key. `no-key` when it is for another machine. */
export function openLetter(
  key: ChannelKeyId,
  box: Uint8Array,
  context: string,
  wrapping: X25519Pair,
): Uint8Array | NotOpened {
  const own = fromBase64url(wrapping.publicKey);
  if (!own || nameOfKey(own) !== key) return 'no-key';
  const sealed = {
    to: wrapping.publicKey,
    ephemeral: toBase64url(box.subarray(0, ephemeralBytes)),
    closed: Buffer.from(box.subarray(ephemeralBytes)).toString('base64'),
  };
  return openSealed({ purpose, name: context }, sealed, wrapping) ?? 'altered';
}
