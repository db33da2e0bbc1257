import type { EntryId, StreamId } from '../kernel/ids';
import type { Signer } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import type { Actor, Draft, HybridTime } from '../kernel/statement';
import { encode, MAX_ENTRY_BYTES, type SealedEntry, signedBytes } from './entry';

/** Where an entry goes: its stream, its number there, and the entry before it. */
export interface Place {
  readonly stream: StreamId;
  readonly seq: number;
  readonly prev: EntryId | null;
}

export type TooLarge = { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number };

/** Gives a draft its author, time and place for ever, and signs its bytes. Refuses what exceeds 64 KiB. */
export function seal(
  draft: Draft,
  by: Actor,
  place: Place,
  at: HybridTime,
  signer: Signer,
): Result<SealedEntry, TooLarge> {
  const { kind, version, about, data, supersedes } = draft;
  const bytes = encode({ format: 1, ...place, at, by, kind, version, about, data, supersedes });
  if (bytes.length > MAX_ENTRY_BYTES) return err({ kind: 'too-large', bytes: bytes.length, limit: MAX_ENTRY_BYTES });
  return ok({ bytes, signature: signer.sign(signedBytes(bytes)) });
}
