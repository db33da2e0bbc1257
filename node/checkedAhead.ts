import { type KeyObject, verify } from 'node:crypto';
import type { ChecksAhead } from '../shared/exchange/receive';
import { type SealedEntry, signedBytes } from '../shared/journal/entry';
import { fromBase64url } from '../shared/kernel/bytes';
import type { SignatureCheck } from '../shared/kernel/ports';
import { keyObjectOf } from './ed25519';

interface Looked {
  readonly publicKey: Uint8Array;
  readonly bytes: Uint8Array;
  readonly good: boolean;
}

/** How many wait for those threads at once, so that what a person writes meanwhile has to wait for few of them only. */
const atOnce = 64;

/**
 * Looks at the signatures of a batch on the threads that Node keeps for such work, so that this one goes on answering
 * meanwhile. The check it resolves to knows them; for anything else it is `check`.
 */
export function checksAhead(check: SignatureCheck): ChecksAhead {
  return async (entries) => {
    const looked = new Map<Uint8Array, Looked>();
    const keys = new Map<string, Key | null>();
    const keyIn = (bytes: Uint8Array): Key | null => {
      const name = writerNamed(bytes);
      const key = keys.get(name) ?? keyNamed(name);
      keys.set(name, key);
      return key;
    };
    for (let from = 0; from < entries.length; from += atOnce) {
      const some = entries.slice(from, from + atOnce);
      await Promise.all(
        some.map(async (sealed) => {
          const key = keyIn(sealed.bytes);
          const found = key && (await lookedAt(sealed, key));
          if (found) looked.set(sealed.signature, found);
        }),
      );
    }
    return (publicKey, bytes, signature) => {
      const known = looked.get(signature);
      return known && same(known.publicKey, publicKey) && same(known.bytes, bytes)
        ? known.good
        : check(publicKey, bytes, signature);
    };
  };
}

/** Null where it could not be looked at. */
function lookedAt(sealed: SealedEntry, { raw, object }: Key): Promise<Looked | null> {
  const bytes = signedBytes(sealed.bytes);
  return new Promise((resolve) => {
    verify(null, bytes, object, sealed.signature, (error, good) => {
      resolve(error ? null : { publicKey: raw, bytes, good });
    });
  });
}

interface Key {
  readonly raw: Uint8Array;
  readonly object: KeyObject;
}

const before = Buffer.from('"stream":"');
const nameLength = 43;

/** Whom an entry seems to be of: where that is wrong, its signature is looked at again once it has been read. */
function writerNamed(bytes: Uint8Array): string {
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = entry.indexOf(before) + before.length;
  return entry.toString('latin1', from, from + nameLength);
}

function keyNamed(name: string): Key | null {
  const raw = /^[A-Za-z0-9_-]{43}$/.test(name) ? fromBase64url(name) : null;
  return raw && { raw, object: keyObjectOf(raw) };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
