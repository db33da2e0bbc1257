import { z } from 'zod';
import { channelKeyId, entryId, personId, type StreamId, streamId } from './ids';
import { type Instant, instant, MINUTE } from './instant';
import { json } from './json';
import { role } from './role';

/** What keeps secrets apart and is replicated as one: a device holds a channel whole or not at all. */
export const channel = z.enum([
  'session',
  'rooms',
  'people',
  'lists',
  'contacts',
  'scripts',
  'marks',
  'jury',
  'finance',
]);
export type Channel = z.infer<typeof channel>;

/** The name of the channel a stream belongs to, known to this version or not. */
export function channelNameOf(stream: StreamId): string {
  return stream.slice(56);
}

/** The channel a stream belongs to, or null for a channel that only a later version knows. */
export function channelOf(stream: StreamId): Channel | null {
  return channels.get(channelNameOf(stream)) ?? null;
}

const channels = new Map<string, Channel>(channel.options.map((each) => [each, each]));

/** Channels in which what is said lies encrypted: a device reads it under a channel key, which a grant brings. */
export const closedChannels: readonly Channel[] = ['scripts', 'marks', 'jury'];

export function isClosed(of: Channel): boolean {
  return closedChannels.includes(of);
}

/**
 * Channels in which each entry says to everybody what it is about, and the rest to one machine alone: whoever passes it on
 * keeps a box that it cannot open.
 */
const addressedChannels: readonly Channel[] = ['lists'];

export function isAddressed(of: Channel): boolean {
  return addressedChannels.includes(of);
}

/**
 * What an entry of a closed channel carries in the place of `about` and `data`, which are null beside it; one of an
 * addressed channel in the place of `data` alone.
 */
export const closedContent = z.object({
  /** The channel key that opens it, or the wrapping key of the machine it is addressed to. */
  key: channelKeyId.schema,
  /** Base64url. */
  box: z.string().regex(/^[A-Za-z0-9_-]+$/),
});
export type ClosedContent = z.infer<typeof closedContent>;

/** A machine's X25519 public key, raw in base64url: what is sealed to it no other machine reads. */
export const wrappingKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Who wrote, in which role, and how they proved it. */
export const actor = z.object({
  person: personId.schema,
  role,
  unlocked: z.enum(['pin', 'first-run']),
});
export type Actor = z.infer<typeof actor>;

/** A name that a later version may have given: what this one does not know it keeps, tells as such, and never grants. */
const laterName = z.string().regex(/^[a-z][A-Za-z-]{0,39}$/);

/** Whom an entry names as its writer: an `Actor` of this version or of another one. */
const author = actor.extend({ role: laterName, unlocked: laterName });
export type Author = z.infer<typeof author>;

/** When it was written: shown to people, never trusted for order. */
const hybridTime = z.object({
  /** The writer's wall clock. */
  wall: instant.schema,
  /** Hybrid logical clock: milliseconds and a counter, never behind what the writer had seen. */
  logical: z.tuple([z.int(), z.int()]),
  /** IANA zone of the writer's machine. */
  zone: z.string().max(64),
  /** Milliseconds by which the centre's clock is ahead of the writer's; null while it is not known. */
  offset: z.int().nullable(),
});
export type HybridTime = z.infer<typeof hybridTime>;

/** When something was written, in the centre's time as far as its writer knew it: hours of different machines compare. */
export function centreHour({ wall, offset }: Pick<HybridTime, 'wall' | 'offset'>): Instant {
  return instant.of(wall + (offset ?? 0));
}

/** Milliseconds by which the writer's clock was behind the centre's time, where that is over a minute; null otherwise. */
export function clockPutRight({ offset }: Pick<HybridTime, 'offset'>): number | null {
  return offset !== null && Math.abs(offset) > MINUTE ? offset : null;
}

/** A value that JSON.parse has just made: it is JSON all the way down, and walking it again would teach nothing. */
export const parsedJson = z.custom<z.infer<ReturnType<typeof z.json>>>((value) => value !== undefined);

/** What a command wants said, before the scribe gives it a place in a chain. */
export const draft = z.object({
  channel,
  kind: z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
  version: z.int().min(1),
  about: json,
  data: json,
  supersedes: z.array(entryId.schema),
  /** In an addressed channel, the X25519 key of the machine that its data are for: raw, base64url. */
  to: wrappingKey.exactOptional(),
});
export type Draft = z.infer<typeof draft>;

/** What everybody reads of a draft's data: nothing, where they are for one machine alone. */
export function dataForAll({ data, to }: Draft): Draft['data'] {
  return to === undefined ? data : null;
}

/**
 * The part of an entry that the domain sees: what was said, by whom and when. Where it is `closed` this device cannot
 * read what was said: it is kept, copied, relayed and counted, and changes no more here than what it says it is about.
 */
export const statement = draft.omit({ channel: true, to: true }).extend({
  id: entryId.schema,
  at: hybridTime,
  by: author,
  /** The stream in which it lies; none before it has a place. */
  stream: streamId.schema.exactOptional(),
  closed: closedContent.exactOptional(),
});
export type Statement = z.infer<typeof statement>;
