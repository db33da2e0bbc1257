import type { EntryId, StreamId } from '../kernel/ids';
import type { ChannelCipher, Signer } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type Actor, type Channel, type Draft, type HybridTime, isClosed } from '../kernel/statement';
import { type Content, closeContent } from './closed';
import { type EntryBody, encode, MAX_ENTRY_BYTES, type SealedEntry, signedBytes } from './entry';

/** Where an entry goes: its stream, its number there, and the entry before it. */
export interface Place {
  readonly stream: StreamId;
  readonly seq: number;
  readonly prev: EntryId | null;
}

export type TooLarge = { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number };

/**
 * Gives a draft its author, time and place for ever, closes what it says where its channel is closed, and signs its
 * bytes. Refuses what exceeds 64 KiB; throws where `cipher` has no key for a closed channel, which rights tell before.
 */
export function seal(
  draft: Draft,
  by: Actor,
  place: Place,
  at: HybridTime,
  signer: Signer,
  cipher: ChannelCipher,
): Result<SealedEntry, TooLarge> {
  const { channel, kind, version, about, data, supersedes } = draft;
  const body = { format: 1, ...place, at, by, kind, version, about, data, supersedes } as const;
  const bytes = encode(isClosed(channel) ? closedBody(body, channel, cipher) : body);
  if (bytes.length > MAX_ENTRY_BYTES) return err({ kind: 'too-large', bytes: bytes.length, limit: MAX_ENTRY_BYTES });
  return ok({ bytes, signature: signer.sign(signedBytes(bytes)) });
}

function closedBody(body: EntryBody & Content, channel: Channel, cipher: ChannelCipher): EntryBody {
  return { ...body, about: null, data: null, closed: closeContent(cipher, channel, body, body) };
}
