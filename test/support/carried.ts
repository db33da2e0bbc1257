import { z } from 'zod';
import type { SealedEntry } from '../../shared/journal/entry';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const carried = z.array(z.tuple([z.string(), z.string()]));

/** Sealed entries as a text that crosses into a page, out of one, or to another machine. */
export function pack(sealed: readonly SealedEntry[]): string {
  return JSON.stringify(sealed.map(({ bytes, signature }) => [hex(bytes), hex(signature)]));
}

export function unpack(text: string): SealedEntry[] {
  return carried
    .parse(JSON.parse(text))
    .map(([bytes, signature]) => ({ bytes: unhex(bytes), signature: unhex(signature) }));
}

/** Entries that were verified before they crossed, verified again, each after the predecessor that it names itself. */
export function unpackVerified(text: string, check: SignatureCheck): VerifiedEntry[] {
  return unpack(text).map((sealed) =>
    unwrap(
      VerifiedEntry.admit(check, ({ seq, prev }) => (seq > 1 && prev ? { seq: seq - 1, id: prev } : null), sealed),
    ),
  );
}
