import { z } from 'zod';
import { storageReason } from '../kernel/storage';
import { serverId } from './names';
import { versions } from './protocol';
import { refusalTold } from './refusals';

/** What the network itself said: no answer came. */
export const noAnswer = z.discriminatedUnion('kind', [
  /** The name is not known, nobody listens there, no way leads there, no answer within the time, or cut off on the way. */
  z.object({ kind: z.literal('unreachable'), how: z.enum(['dns', 'refused', 'no-route', 'timeout', 'reset']) }),
  /** No secure connection: its certificate is not one that this machine trusts, or the handshake failed. */
  z.object({ kind: z.literal('tls'), how: z.enum(['certificate', 'handshake']) }),
]);
export type NoAnswer = z.infer<typeof noAnswer>;

const status = z.int();

/** Why the last attempt came to nothing, as facts. What was not ours was not believed in anything. */
export const trouble = z.discriminatedUnion('kind', [
  ...noAnswer.options,
  /** A network that wants a login first: it answered by a page of its own, or sent elsewhere. */
  z.object({
    kind: z.literal('portal'),
    sign: z.enum(['page', 'status', 'redirection']),
    host: z.string().nullable(),
  }),
  /** A proxy wants a name and a password. */
  z.object({ kind: z.literal('proxy-login') }),
  /** Something between here and the server says that it cannot reach it, or breaks down. */
  z.object({ kind: z.literal('gateway'), status }),
  /** Sent to another address of the same host: the server's address is not the right one. */
  z.object({ kind: z.literal('redirected'), host: z.string() }),
  /** An answer of another kind: some other server, or something between. */
  z.object({ kind: z.literal('not-ours'), status, contentType: z.string().nullable() }),
  /** An answer of our kind without its header: something between takes headers out. */
  z.object({ kind: z.literal('stripped') }),
  /** Something between does not let so many bytes pass. */
  z.object({ kind: z.literal('too-large') }),
  /** The answer ends early. */
  z.object({ kind: z.literal('cut') }),
  /** The answer is not what its type says, does not fit the request, or was changed on the way beyond reading. */
  z.object({ kind: z.literal('garbled') }),
  /** An answer to another request, kept somewhere and given again. */
  z.object({ kind: z.literal('stale') }),
  /** The server has not signed it. */
  z.object({ kind: z.literal('forged'), what: z.enum(['answer', 'receipt']) }),
  /** Signed well, by another server than the one expected. */
  z.object({ kind: z.literal('impostor'), server: serverId.schema }),
  /** No version in common. */
  z.object({ kind: z.literal('too-old'), who: z.enum(['us', 'server']), speaks: versions }),
  z.object({ kind: z.literal('refused'), refusal: refusalTold }),
  /** The server acknowledged nothing of what it was given, without saying why, or lacks what it had told of. */
  z.object({ kind: z.literal('no-progress') }),
  /** This machine could not keep what it was given. */
  z.object({ kind: z.literal('storage'), reason: storageReason }),
]);
export type Trouble = z.infer<typeof trouble>;
