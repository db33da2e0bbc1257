import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { SealedEntry } from '../../shared/journal/entry';
import { concatBytes, utf8 } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';
import { type DataKey, type DataKeys, KEY_ID_BYTES } from '../keys/dataKeys';

/**
 * An entry at rest: the id of a data key (8), a nonce (12), then entry bytes and signature (64) under AES-256-GCM with
 * that key, then the tag (16). The prefix below and the key's id are authenticated along.
 */
const prefix = utf8('cachet-casing/1\n');
const nonceBytes = 12;
const tagBytes = 16;
const signatureBytes = 64;
const algorithm = 'aes-256-gcm';

export const CASING_OVERHEAD = KEY_ID_BYTES + nonceBytes + signatureBytes + tagBytes;

/** `no-key`: encased under a key this machine does not have now. `altered`: not what was encased. */
export type NotOpened = 'no-key' | 'altered';

/** Encases entries for the disk under the data key in use, and opens what any of the keys has encased. */
export class Casing {
  private readonly keys: ReadonlyMap<string, DataKey>;

  constructor(
    private readonly data: DataKeys,
    private readonly random: Random,
  ) {
    this.keys = new Map([data.inUse, ...data.former].map((key) => [key.id, key]));
  }

  encase({ bytes, signature }: SealedEntry): Uint8Array {
    if (signature.length !== signatureBytes) throw new Error('an Ed25519 signature has 64 bytes');
    const { id, key } = this.data.inUse;
    const keyId = Buffer.from(id, 'hex');
    const nonce = this.random.bytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key, nonce);
    cipher.setAAD(concatBytes(prefix, keyId));
    return concatBytes(
      keyId,
      nonce,
      cipher.update(bytes),
      cipher.update(signature),
      cipher.final(),
      cipher.getAuthTag(),
    );
  }

  open(casing: Uint8Array): SealedEntry | NotOpened {
    if (casing.length < CASING_OVERHEAD) return 'altered';
    const keyId = casing.subarray(0, KEY_ID_BYTES);
    const held = this.keys.get(Buffer.from(keyId).toString('hex'));
    if (!held) return 'no-key';
    const sealedFrom = KEY_ID_BYTES + nonceBytes;
    const sealedUntil = casing.length - tagBytes;
    const decipher = createDecipheriv(algorithm, held.key, casing.subarray(KEY_ID_BYTES, sealedFrom));
    decipher.setAAD(concatBytes(prefix, keyId));
    decipher.setAuthTag(casing.subarray(sealedUntil));
    const open = new Uint8Array(decipher.update(casing.subarray(sealedFrom, sealedUntil)));
    try {
      decipher.final();
    } catch {
      return 'altered'; // the tag does not match
    }
    const until = open.length - signatureBytes;
    return { bytes: open.slice(0, until), signature: open.slice(until) };
  }
}
