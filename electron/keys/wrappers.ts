import { close, reopen } from '../../node/closed';
import type { Random } from '../../shared/kernel/ports';
import type { Keychain } from './keychain';
import type { Wrapping } from './keyFile';
import type { Stretch, StretchCost } from './stretched';

/** Wraps data keys for the file, and unwraps those it once wrapped. */
export interface Wrapper {
  wrap(id: string, secret: Uint8Array): Wrapping;
  /** The secret, or null when something else wrapped it. */
  unwrap(id: string, wrapping: Wrapping): Uint8Array | null;
}

export function keychainWrapper(keychain: Keychain): Wrapper {
  return {
    wrap: (_id, secret) => ({ by: 'keychain', closed: toBase64(keychain.wrap(secret)) }),
    unwrap: (_id, wrapping) => (wrapping.by === 'keychain' ? keychain.unwrap(bytesOf(wrapping.closed)) : null),
  };
}

/** 64 MiB, three passes, one lane: a good third of a second, once a launch; dear for whoever stole the disk. */
export const passphraseCost: StretchCost = { memory: 65_536, passes: 3, lanes: 1 };
const saltBytes = 16;

/** The key that a passphrase gives with this salt, at this cost. */
export interface PassphraseKey {
  readonly key: Uint8Array;
  readonly salt: string;
  readonly cost: StretchCost;
}

export function newPassphrase(passphrase: string, stretch: Stretch, random: Random): Promise<PassphraseKey> {
  return passphraseKey(passphrase, { salt: toBase64(random.bytes(saltBytes)), cost: passphraseCost }, stretch);
}

export async function passphraseKey(
  passphrase: string,
  { salt, cost }: { readonly salt: string; readonly cost: StretchCost },
  stretch: Stretch,
): Promise<PassphraseKey> {
  return { key: await stretch({ passphrase, salt: bytesOf(salt), cost }), salt, cost };
}

export function passphraseWrapper({ key, salt, cost }: PassphraseKey, random: Random): Wrapper {
  return {
    wrap: (id, secret) => ({ by: 'passphrase', salt, cost, closed: toBase64(close(secret, key, context(id), random)) }),
    unwrap: (id, wrapping) =>
      wrapping.by === 'passphrase' && wrapping.salt === salt
        ? reopen(bytesOf(wrapping.closed), key, context(id))
        : null,
  };
}

const context = (id: string) => `cachet-passphrase/1 ${id}`;
const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
