import { createSecretKey, type KeyObject } from 'node:crypto';
import { nameOfKey } from '../../node/keyName';

export const DATA_KEY_BYTES = 32;

/** A key under which entries lie encased on this machine. It never leaves the main process. */
export interface DataKey {
  /** The first eight bytes of the key's SHA-256, as hexadecimal: tells keys apart, tells nothing of them. */
  readonly id: string;
  readonly key: KeyObject;
}

/** The key in use, and those that only open what was encased before it. */
export interface DataKeys {
  readonly inUse: DataKey;
  readonly former: readonly DataKey[];
}

/** Throws unless the key has 32 bytes. */
export function dataKeyOf(raw: Uint8Array): DataKey {
  if (raw.length !== DATA_KEY_BYTES) throw new Error('a data key has 32 bytes');
  return { id: nameOfKey(raw), key: createSecretKey(raw) };
}
