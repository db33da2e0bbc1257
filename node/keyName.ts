import { createHash } from 'node:crypto';
import { type ChannelKeyId, channelKeyId } from '../shared/kernel/ids';

export const KEY_ID_BYTES = 8;

/** The first eight bytes of a secret key's SHA-256, as hexadecimal: tells keys apart, tells nothing of them. */
export function nameOfKey(raw: Uint8Array): ChannelKeyId {
  return channelKeyId.of(createHash('sha256').update(raw).digest().subarray(0, KEY_ID_BYTES).toString('hex'));
}
