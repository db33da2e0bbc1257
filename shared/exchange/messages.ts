import { z } from 'zod';
import { deviceId } from '../journal/launch';
import { entryId, streamId } from '../kernel/ids';
import { centreTime } from './centreTime';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES, MAX_WANTS } from './limits';
import { centreCode, challenge, epoch, nonce, serverId, wallClock } from './names';
import { passed } from './passed';
import { receipt } from './receipt';
import { refusal } from './refusals';
import { SHELVES, shelfDigests, streamTips } from './tips';

/**
 * The exchange, as heads of frames (`frame.ts`) that HTTP carries (`http.ts`). One side asks, the other answers; who asks
 * drives both directions and keeps all memory of the talk, so that any node of a server can answer any request.
 *
 *   hello  → welcome   which protocol both speak, and a challenge
 *   tell   → told      what the server holds, shelf by shelf where it is not as the asker believes
 *   push   → taken     entries for the server, and receipts once they are durable
 *   pull   → given     entries for the asker
 *   listen → a stream of pokes (`http.ts`)
 *   any    → refused
 *
 * Every request is signed by the device and every answer by the server. Every request may be repeated without harm,
 * with a nonce of its own. Fields that a schema does not name are ignored: a later minor version may add some.
 */

/** What every request says. */
const asked = {
  /** The version this frame is in: what `hello` settled; in `hello` itself, the newest the asker speaks. */
  protocol: z.int().min(1),
  /** Who asks: the key that signed the frame. */
  device: deviceId.schema,
  /** For which centre. Refused as `wrong-centre` when the device is granted to another one. */
  centre: centreCode.schema,
  /** Whom it asks. A server that is not this one answers `other-server`. */
  server: serverId.schema,
  /** Refused as `replayed` when the server has seen it from that device within `CHALLENGE_LIFE`. */
  nonce: nonce.schema,
  /** The asker's clock. */
  at: wallClock,
};
/** From the server's last answer. Refused as `challenge` when it is too old or not the server's; that answer has a new one. */
const proven = { ...asked, challenge: challenge.schema };

/** Entries come as the frame's payload, as `packSealed` makes it. */
const packed = { entries: z.int().nonnegative().max(MAX_BATCH_ENTRIES) };

/** Opens a talk, also with an unknown version. It tells nothing that needs to be guarded. */
export const hello = z.object({
  type: z.literal('hello'),
  ...asked,
  speaks: z.object({ oldest: z.int().min(1), newest: z.int().min(1) }),
});

export const tell = z.object({
  type: z.literal('tell'),
  ...proven,
  /** Digests of what the asker believes the server to hold: `digestsOf`, of an empty map when it believes nothing. */
  knows: shelfDigests,
  /** A machine that does not ask headquarters itself wants its receipts after this one, as the relay numbers them. */
  receiptsAfter: z.int().nonnegative().exactOptional(),
});

/**
 * Brings entries in chain order inside each stream, a fork's after the chain, each whole. The server checks them as
 * `admit` does, appends the good ones in one transaction, and answers after the commit.
 */
export const push = z.object({ type: z.literal('push'), ...proven, ...packed });

/** Asks for what the server holds beyond `wants` in those streams. */
export const pull = z.object({
  type: z.literal('pull'),
  ...proven,
  /**
   * For each stream wanted, the entries by which the server recognises what the asker has: its tips, or, when the server
   * did not know those, also some of its entries further and further back, the first one always. None: it has nothing.
   */
  wants: z.array(streamTips).min(1).max(MAX_WANTS),
  maxEntries: z.int().min(1).max(MAX_BATCH_ENTRIES),
  maxBytes: z.int().min(1).max(MAX_BATCH_BYTES),
});

/** Opens the stream of pokes. */
export const listen = z.object({ type: z.literal('listen'), ...proven });

export const request = z.discriminatedUnion('type', [hello, tell, push, pull, listen]);
export type Request = z.infer<typeof request>;

/** What every answer says. */
const answered = {
  protocol: z.int().min(1),
  server: serverId.schema,
  epoch: epoch.schema,
  /** The request's. An answer with another one is not an answer to it. */
  nonce: nonce.schema,
  /** The server's clock. */
  at: wallClock,
  /** For the next request. */
  challenge: challenge.schema,
  /** The centre's time as this server knows it; left out where it is its own. */
  time: centreTime.exactOptional(),
};

/** `protocol` is the version to go on in: `negotiated`. */
export const welcome = z.object({
  type: z.literal('welcome'),
  ...answered,
  /** SHA-256 of the certificate the server shows (DER), in hexadecimal; null where something before it ends TLS. */
  certificate: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

/** A machine of the centre that a relay was in contact with. */
export const heardThere = z.object({
  device: deviceId.schema,
  /** How long ago, in milliseconds. */
  ago: z.int().nonnegative(),
  /** It is told of news as it comes. */
  listening: z.boolean(),
});

export const told = z.object({
  type: z.literal('told'),
  ...answered,
  /** `revoked`: what the device wrote after the cut-off goes to quarantine, and it is given nothing more. */
  standing: z.enum(['granted', 'revoked']),
  /** The channels of which `pull` gives this device entries, by the last part of their streams' ids; none when revoked. */
  reads: z.array(z.string().regex(/^[a-z]{1,40}$/)).max(100),
  /**
   * The shelves whose digest differs from `knows`, whole: number and streams. All streams of the centre, whatever the
   * device may read, so that it never takes a narrower grant for a loss; to a revoked device its own streams alone.
   * Entries in quarantine aside are not held and not told.
   */
  shelves: z
    .array(
      z.tuple([
        z
          .int()
          .min(0)
          .max(SHELVES - 1),
        z.array(streamTips),
      ]),
    )
    .max(SHELVES),
  /** Further shelves differ and did not fit: tell again. */
  more: z.boolean(),
  /** Headquarters' receipts, where some came to this relay after those that the asker has. */
  passed: passed.exactOptional(),
  /** The machines that this relay was in contact with. */
  heard: z.array(heardThere).max(500).exactOptional(),
});

/** Why an entry is in quarantine. A later version may know further reasons. */
const quarantineReason = z.string().regex(/^[a-z-]{1,40}$/);

export const quarantined = z.object({
  id: entryId.schema,
  /** As it claims: for what is not an entry, the id is the hash of its bytes and these are null. */
  stream: streamId.schema.nullable(),
  seq: z.int().min(1).nullable(),
  /**
   * `not-an-entry`, `bad-signature`, `follows-quarantined`, or what the server's rights say: `not-enrolled`, `revoked`,
   * `not-granted`, `other-centre`.
   */
  because: quarantineReason,
  /**
   * `in-chain`: held in its place, receipted like any other, and marked: what follows it is not lost. `aside`: kept apart,
   * without a receipt and not told in `told`; it is not to be pushed again.
   */
  held: z.enum(['in-chain', 'aside']),
});
export type Quarantined = z.infer<typeof quarantined>;

export const taken = z.object({
  type: z.literal('taken'),
  ...answered,
  /**
   * One for each entry of the batch that is now held, newly or since long, in the chain or as a fork, and that no other
   * held entry of the batch continues. Signed after the commit, with this answer's epoch, time and nonce.
   */
  receipts: z.array(receipt).max(MAX_BATCH_ENTRIES),
  quarantined: z.array(quarantined).max(MAX_BATCH_ENTRIES),
  /** Streams whose entries would leave a hole: nothing of them was taken. The server holds less than the asker believes. */
  gaps: z.array(z.object({ stream: streamId.schema, has: z.int().nonnegative() })).max(MAX_BATCH_ENTRIES),
});

export const given = z.object({
  type: z.literal('given'),
  ...answered,
  ...packed,
  /** As in `taken`, for the entries given. */
  receipts: z.array(receipt).max(MAX_BATCH_ENTRIES),
  /** Streams of which the server knows nothing the asker named: to be wanted again with entries further back. */
  unmet: z.array(streamId.schema).max(MAX_WANTS),
  /** The batch was full: pull again. */
  more: z.boolean(),
});

/** A refused request has changed nothing. `nonce` is null when the request could not be read so far. */
export const refused = z.object({
  type: z.literal('refused'),
  ...answered,
  nonce: nonce.schema.nullable(),
  /** Null as long as it is not known who asks. */
  challenge: challenge.schema.nullable(),
  refusal,
});

export const answer = z.discriminatedUnion('type', [welcome, told, taken, given, refused]);
export type Answer = z.infer<typeof answer>;
