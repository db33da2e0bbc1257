import { z } from 'zod';
import { entryId, messageId, paperId, personId, roomId, sittingId } from '../../kernel/ids';
import { instant } from '../../kernel/instant';
import { kind, leadsRoom, write } from '../kind';

/** What headquarters writes about: a mistake in a subject, something to do, something to know. */
export const messageSubject = z.enum(['erratum', 'instruction', 'information']);
export type MessageSubject = z.infer<typeof messageSubject>;

const sent = z.object({
  /** When headquarters sent it, by its own clock. */
  at: instant.schema,
  subject: messageSubject,
  title: z.string().min(1).max(160),
  text: z.string().min(1).max(4000),
  /** The papers it concerns; empty when it is about none in particular. */
  papers: z.array(paperId.schema).max(60),
  /** It is read aloud to the candidates, in every room concerned. */
  readOut: z.boolean(),
});
/** What headquarters says in a message. */
export type MessageText = z.infer<typeof sent>;

const messageSent = kind({
  kind: 'message.sent',
  version: 1,
  channel: 'session',
  by: ['headquarters'],
  about: z.object({ message: messageId.schema }),
  data: sent,
  writes: ({ message }, data) => [write('messages', 'session', message, { kind: 'sent', ...data })],
});

const messageWithdrawn = kind({
  kind: 'message.withdrawn',
  version: 1,
  channel: 'session',
  by: ['headquarters'],
  about: z.object({ message: messageId.schema }),
  data: z.object({ at: instant.schema, reason: z.string().min(1).max(500) }),
  writes: ({ message }, data) => [write('messages', 'session', message, { kind: 'withdrawn', ...data })],
});

const messageAcknowledged = kind({
  kind: 'message.acknowledged',
  version: 1,
  channel: 'rooms',
  by: leadsRoom,
  about: z.object({
    message: messageId.schema,
    /** The room at a sitting in which it was read; both null: the head read it for the centre. */
    sitting: sittingId.schema.nullable(),
    room: roomId.schema.nullable(),
    person: personId.schema,
  }),
  data: z.object({
    at: instant.schema,
    /** The entries that said it then: what headquarters says of it later is not read yet. */
    read: z.array(entryId.schema).min(1).max(20),
  }),
  writes: ({ message, sitting, room, person }, data) => [
    write('messagesRead', sitting ?? 'session', readingKey(message, room, person), { ...data, message, room, person }),
  ],
});

/** A register's key for one person's reading of a message, in a room or for the centre. */
export function readingKey(message: string, room: string | null, person: string): string {
  return [...(room === null ? [] : [room]), message, person].join('|');
}

/** Messages of headquarters: sent, replaced under the same name, withdrawn; read by the head and in the rooms. */
export const messageKinds = {
  'message.sent': messageSent,
  'message.withdrawn': messageWithdrawn,
  'message.acknowledged': messageAcknowledged,
};
