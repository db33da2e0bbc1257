import type { EntryId, StreamId } from '../kernel/ids';
import type { ChannelCipher, Signer } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type Actor, type Channel, type Draft, type HybridTime, isAddressed, isClosed } from '../kernel/statement';
import { type Content, closeAddressed, closeContent } from './closed';
import { type EntryBody, encode, MAX_ENTRY_BYTES, type SealedEntry, signedBytes } from './entry';

/** Where an entry goes: its stream, its number there, and the entry before it. */
export interface Place {
  readonly stream: StreamId;
  readonly seq: number;
  readonly prev: EntryId | null;
}

/** What is for one machine alone, and its key is none that anything can be sealed to. */
export type NoRecipient = { readonly kind: 'no-recipient' };

export type TooLarge = { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number };

/**
 * Gives a draft its author, time and place for ever, closes what it says where its channel is closed, and signs its
 * bytes. Refuses what exceeds 64 KiB, and what is for a machine nothing can be sealed to; throws where
 * `cipher` has no key for a closed channel, which rights tell before.
 */
export function seal(
  draft: Draft,
  by: Actor,
  place: Place,
  at: HybridTime,
  signer: Signer,
  cipher: ChannelCipher,
): Result<SealedEntry, TooLarge | NoRecipient> {
  const { channel, kind, version, about, data, supersedes, to } = draft;
  const body = { format: 1, ...place, at, by, kind, version, about, data, supersedes } as const;
  const closed = isAddressed(channel)
    ? addressedBody(body, to, cipher)
    : isClosed(channel) && closedBody(body, channel, cipher);
  if (closed === null) return err({ kind: 'no-recipient' });
  const bytes = encode(closed || body);
  if (bytes.length > MAX_ENTRY_BYTES) return err({ kind: 'too-large', bytes: bytes.length, limit: MAX_ENTRY_BYTES });
  return ok({ bytes, signature: signer.sign(signedBytes(bytes)) });
}

function closedBody(body: EntryBody & Content, channel: Channel, cipher: ChannelCipher): EntryBody {
  return { ...body, about: null, data: null, closed: closeContent(cipher, channel, body, body) };
}

function addressedBody(body: EntryBody & Content, to: string | undefined, cipher: ChannelCipher): EntryBody | null {
  if (to === undefined) throw new Error(`${body.kind} is for one machine, and none is named`);
  const closed = closeAddressed(cipher, to, body, body);
  return closed && { ...body, data: null, closed };
}
