import { z } from 'zod';
import { messageKinds } from '../exam/messages/kinds';
import { designatedPaper } from '../exam/papers/designation';
import { centreCode } from '../exchange/names';
import { messageId, sessionId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { enteredStatus } from './entered';
import { centreLine } from './watched';

/** One centre as the vigie is told of it. */
export const watchedCentre = z.object({
  centre: centreCode.schema,
  /** `reading`: its journal has not been read yet. `unpublished`: it has no session. */
  line: z.union([z.literal('reading'), z.literal('unpublished'), centreLine]),
  /** When the last entry of one of its machines came in; null: none ever did. */
  news: instant.schema.nullable(),
  /** The latest of what was typed in for it; null: nothing was. */
  entered: enteredStatus.nullable(),
});
export type WatchedCentre = z.infer<typeof watchedCentre>;

/** When a machine of a centre last spoke to headquarters, entries or not. */
export const contacts = z.array(z.tuple([centreCode.schema, instant.schema]));
export type Contacts = z.infer<typeof contacts>;

const { at, subject, title, text, readOut } = messageKinds['message.sent'].data.shape;

/** A message that headquarters wrote to centres, as it stands. Which of them have read it, their lines say. */
export const watchedMessage = z.object({
  message: messageId.schema,
  session: sessionId.schema,
  ...{ at, subject, title, text, readOut },
  /** Those it is about that its centres hold; none: it is about no paper in particular. */
  papers: z.array(designatedPaper),
  /** When it was withdrawn; null while it stands. */
  withdrawn: instant.schema.nullable(),
});
export type WatchedMessage = z.infer<typeof watchedMessage>;

/** What a stream begins with: everything, in so many pieces, or nothing where it goes on from where it was. */
export const snapshotEvent = z.object({
  now: instant.schema,
  /** The first piece: whatever was known before is forgotten. */
  first: z.boolean(),
  /** The last piece. */
  last: z.boolean(),
  centres: z.array(watchedCentre),
  messages: z.array(watchedMessage),
  contacts,
});
export type SnapshotEvent = z.infer<typeof snapshotEvent>;

/** What has changed since the event before. */
export const changesEvent = z.object({
  now: instant.schema,
  centres: z.array(watchedCentre),
  messages: z.array(watchedMessage),
  contacts,
});
export type ChangesEvent = z.infer<typeof changesEvent>;

/** Sent when there is nothing else to say, so that silence means that the connection is gone. */
export const pulseEvent = z.object({ now: instant.schema });

/** Where a page listens, and how often it hears something at the least, in milliseconds. */
export const WATCH = { path: '/vigie/api/watch', pulse: 10_000 } as const;
