import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '../kernel/bytes';
import { canonical } from '../kernel/canonical';

/**
 * The SHA-256, in hexadecimal, of what a document states: of the canonical JSON of its model, not of the PDF's bytes, so
 * that anyone who holds the journal can make the model again and compare.
 */
export function statedHash(model: unknown): string {
  return toHex(sha256(utf8(canonical(model))));
}

/** What the code on each page says: `cachet:1:<document id>:<hash of what it states>`. */
export function sealText(id: string, hash: string): string {
  return `cachet:1:${id}:${hash}`;
}

/** A document's name: the kind of page, then what it is about. Free of `:`, which separates the parts of the seal. */
export function documentId(kind: string, ...subject: readonly string[]): string {
  return [kind, ...subject].map((part) => part.replaceAll(/[^A-Za-z0-9._-]/g, '-')).join('/');
}
