import { type KeyObject, verify } from 'node:crypto';
import { type SealedEntry, signedBytes } from '../shared/journal/entry';
import { fromBase64url } from '../shared/kernel/bytes';
import type { SignatureCheck } from '../shared/kernel/ports';
import { keyObjectOf } from './ed25519';

interface Looked {
  readonly publicKey: Uint8Array;
  readonly bytes: Uint8Array;
  readonly good: boolean;
}

/**
 * Looks at the signatures of a batch on the threads that Node keeps for such work, all at once, so that this one goes on
 * answering meanwhile. The check it resolves to knows them; for anything else it is `check`.
 */
export function checksAhead(check: SignatureCheck) {
  return async (entries: readonly SealedEntry[]): Promise<SignatureCheck> => {
    const looked = new Map<Uint8Array, Looked>();
    const keys = new Map<string, Key | null>();
    await new Promise<void>((resolve) => {
      let left = entries.length;
      const done = () => {
        left--;
        if (left === 0) resolve();
      };
      if (left === 0) resolve();
      for (const sealed of entries) {
        const name = writerNamed(sealed.bytes);
        const key = keys.get(name) ?? keyNamed(name);
        keys.set(name, key);
        if (!key) {
          done();
          continue;
        }
        const bytes = signedBytes(sealed.bytes);
        verify(null, bytes, key.object, sealed.signature, (error, good) => {
          if (!error) looked.set(sealed.signature, { publicKey: key.raw, bytes, good });
          done();
        });
      }
    });
    return (publicKey, bytes, signature) => {
      const known = looked.get(signature);
      return known && same(known.publicKey, publicKey) && same(known.bytes, bytes)
        ? known.good
        : check(publicKey, bytes, signature);
    };
  };
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
