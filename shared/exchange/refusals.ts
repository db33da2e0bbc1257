import { z } from 'zod';

/** Why a server did nothing of what it was asked. */
const knownRefusal = z.discriminatedUnion('because', [
  /** No version in common; which ones the server speaks. */
  z.object({ because: z.literal('protocol'), oldest: z.int().min(1), newest: z.int().min(1) }),
  /** The challenge is too old or not this server's: ask again with the one in this answer. */
  z.object({ because: z.literal('challenge') }),
  /** The nonce was used before. */
  z.object({ because: z.literal('replayed') }),
  /** The device it names has not signed the request. */
  z.object({ because: z.literal('bad-signature') }),
  /** The device was never enrolled here. */
  z.object({ because: z.literal('unknown-device') }),
  /** The device was enrolled and is no longer: nothing is given to it. A push is still answered, see `told.standing`. */
  z.object({ because: z.literal('revoked') }),
  /** The device belongs to another centre than it says. */
  z.object({ because: z.literal('wrong-centre') }),
  /** The request is addressed to another server. */
  z.object({ because: z.literal('other-server') }),
  /** More than the server reads at once. */
  z.object({ because: z.literal('too-large'), maxBytes: z.int().positive() }),
  /** Too many requests at this moment: not before so many milliseconds. */
  z.object({ because: z.literal('busy'), retryAfter: z.int().nonnegative() }),
  /** The server's disk is full. */
  z.object({ because: z.literal('full') }),
  /** The server could not read the request. */
  z.object({ because: z.literal('not-understood') }),
  /** Something went wrong in the server; it is written down there. */
  z.object({ because: z.literal('failed') }),
]);

/** A reason that only a later version knows, by its word. */
const otherRefusal = z
  .object({ because: z.string().regex(/^[a-z-]{1,40}$/) })
  .transform(({ because }) => ({ because: 'other' as const, word: because }));

export const refusal = z.union([knownRefusal, otherRefusal]);
export type Refusal = z.infer<typeof refusal>;

/** As `refusal` has read it, to be told on. */
export const refusalTold = z.discriminatedUnion('because', [
  ...knownRefusal.options,
  z.object({ because: z.literal('other'), word: z.string() }),
]);

/** The HTTP status that goes with each refusal, for whatever stands between: who asked reads the frame. */
export const statusOf: { readonly [Because in Refusal['because']]: number } = {
  protocol: 426,
  challenge: 401,
  replayed: 409,
  'bad-signature': 401,
  'unknown-device': 403,
  revoked: 403,
  'wrong-centre': 403,
  'other-server': 421,
  'too-large': 413,
  busy: 429,
  full: 507,
  'not-understood': 400,
  failed: 500,
  other: 400,
};
