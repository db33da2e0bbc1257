import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../kernel/bytes';
import { canonical } from '../kernel/canonical';
import type { ChannelKeyId } from '../kernel/ids';
import type { Json } from '../kernel/json';
import type { ChannelCipher, NotOpened } from '../kernel/ports';
import { type Channel, type ClosedContent, channelOf, isAddressed } from '../kernel/statement';
import type { Entry, EntryBody } from './entry';

/** What an entry says. */
export interface Content {
  readonly about: Json;
  readonly data: Json;
}

/** Where an entry of a closed channel stands and what it means: in clear, and bound to its box. */
type Envelope = Pick<EntryBody, 'stream' | 'seq' | 'prev' | 'kind' | 'version' | 'by' | 'supersedes'>;

/** Of who holds no key: it writes open channels only, and opens nothing. */
export const withoutKeys: ChannelCipher = {
  keyFor: () => null,
  close: () => {
    throw new Error('there is no channel key here');
  },
  open: () => 'no-key',
  closeTo: () => {
    throw new Error('nothing is sealed to a machine here');
  },
  openAddressed: () => 'no-key',
};

/** A box holds a multiple of so many bytes: its length does not tell 08 from 14,25. */
const paddedTo = 64;

/**
 * Closes what is said under a channel key: canonical JSON, blanks up to a multiple of 64 bytes, sealed together with the
 * envelope, so that a box moved to another place, kind, author or key does not open. Rights and order can be checked by
 * who cannot read it. Throws where `cipher` has no key for the channel.
 */
export function closeContent(
  cipher: ChannelCipher,
  channel: Channel,
  envelope: Envelope,
  { about, data }: Content,
): ClosedContent {
  const key = cipher.keyFor(channel);
  if (!key) throw new Error(`no key for ${channel}: rights should have refused`);
  return { key, box: toBase64url(cipher.close(channel, key, padded({ about, data }), contextOf(envelope, key))) };
}

/**
 * Closes what is said to the machine that holds an X25519 key, as `closeContent` does; what it is about stays in clear and
 * is bound to the box too. Null where nothing can be sealed to that key.
 */
export function closeAddressed(
  cipher: ChannelCipher,
  to: string,
  envelope: Envelope,
  { about, data }: Content,
): ClosedContent | null {
  return cipher.closeTo(to, padded({ about, data }), (key) => addressedContext(envelope, key, about));
}

function padded(content: Content): Uint8Array {
  const said = utf8(canonical({ about: content.about, data: content.data }));
  const box = new Uint8Array(Math.ceil(said.length / paddedTo) * paddedTo).fill(0x20);
  box.set(said);
  return box;
}

/** The bytes that an entry's box holds, which `readContent` reads; null for an entry that is not closed. */
export function openBox(cipher: ChannelCipher, entry: Entry): Uint8Array | NotOpened | null {
  const { closed, stream } = entry;
  const channel = channelOf(stream);
  if (!closed || !channel) return null;
  const box = fromBase64url(closed.box);
  if (!box) return 'altered';
  if (isAddressed(channel))
    return cipher.openAddressed(closed.key, box, addressedContext(entry, closed.key, entry.about));
  return cipher.open(channel, closed.key, box, contextOf(entry, closed.key));
}

/** What the bytes of an opened box say, or null when their writer put no such thing into it. */
export function readContent(opened: Uint8Array): Content | null {
  let said: Json;
  try {
    said = JSON.parse(fromUtf8(opened) ?? '');
  } catch {
    return null; // closed under the right key by somebody who does not write as we do
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
  const { about, data } = said;
  return about === undefined || data === undefined ? null : { about, data };
}

/** For ever the same members in the same order: whatever else an envelope may come to hold is not bound to the box. */
function contextOf({ stream, seq, prev, kind, version, by, supersedes }: Envelope, key: ChannelKeyId): string {
  const author = [by.person, by.role, by.unlocked];
  return JSON.stringify(['cachet-closed/1', key, stream, seq, prev, kind, version, author, supersedes]);
}

/** As `contextOf`, with what the entry is about, which lies beside the box in clear. */
function addressedContext(envelope: Envelope, key: ChannelKeyId, about: Json): string {
  return `cachet-addressed/1 ${canonical(about)} ${contextOf(envelope, key)}`;
}
