import { CLOSED_OVERHEAD, close, reopen } from '../../node/closed';
import { KEY_ID_BYTES } from '../../node/keyName';
import type { SealedEntry } from '../../shared/journal/entry';
import { concatBytes } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';
import type { DataKey, DataKeys } from '../keys/dataKeys';

/**
 * An entry at rest: the id of a data key (8), then entry bytes and signature (64) closed under that key, whose id is
 * authenticated along.
 */
const signatureBytes = 64;
const context = (id: string) => `cachet-casing/1 ${id}`;

export const CASING_OVERHEAD = KEY_ID_BYTES + CLOSED_OVERHEAD + signatureBytes;

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
    return concatBytes(Buffer.from(id, 'hex'), close(concatBytes(bytes, signature), key, context(id), this.random));
  }

  open(casing: Uint8Array): SealedEntry | NotOpened {
    if (casing.length < CASING_OVERHEAD) return 'altered';
    const held = this.keys.get(Buffer.from(casing.subarray(0, KEY_ID_BYTES)).toString('hex'));
    if (!held) return 'no-key';
    const open = reopen(casing.subarray(KEY_ID_BYTES), held.key, context(held.id));
    if (!open) return 'altered';
    const until = open.length - signatureBytes;
    return { bytes: open.slice(0, until), signature: open.slice(until) };
  }
}
