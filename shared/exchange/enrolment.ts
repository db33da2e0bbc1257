import { z } from 'zod';
import { deviceId } from '../journal/launch';
import { centreCode, nonce, serverId, wallClock } from './names';

/**
 * How a device becomes one of a centre's: it shows a code that headquarters gave out, once, and signs with the key it
 * will write with. A POST like those of `http.ts`, of the same type and to the path below; the answer is signed by the
 * server that the device will from then on believe.
 */
export const ENROLMENT_PATH = '/exchange/enrol';

/** The size of an enrolment code, as `recoveryCodeOf` writes it: 56 bits of chance in three groups. */
export const ENROLMENT_CODE = { groups: 3, bytes: 7 } as const;

export const enrol = z.object({
  type: z.literal('enrol'),
  protocol: z.int().min(1),
  /** The key that signed the frame. */
  device: deviceId.schema,
  /** Its X25519 public key, raw in base64url: headquarters seals to it the keys of closed channels. */
  wrapping: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** As it was typed. */
  code: z.string().max(60),
  nonce: nonce.schema,
  at: wallClock,
});

export const enrolled = z.object({
  type: z.literal('enrolled'),
  protocol: z.int().min(1),
  server: serverId.schema,
  /** The request's. */
  nonce: nonce.schema,
  at: wallClock,
  centre: centreCode.schema,
  /** The channels it may write and is given, by the last part of streams' names. */
  reads: z.array(z.string()),
});

/** `bad-code`: mistyped; which group. `unknown-code`: none of ours, or too old. `used-code`: by another device. */
export const enrolmentRefusal = z.discriminatedUnion('because', [
  z.object({ because: z.literal('bad-code'), group: z.int().min(1).nullable() }),
  z.object({ because: z.enum(['unknown-code', 'used-code', 'not-understood', 'bad-signature', 'failed']) }),
  /** The device belongs to a centre already, or did. */
  z.object({ because: z.literal('enrolled-before') }),
  z.object({ because: z.literal('busy'), retryAfter: z.int().nonnegative() }),
]);
export type EnrolmentRefusal = z.infer<typeof enrolmentRefusal>;

export const notEnrolled = z.object({
  type: z.literal('not-enrolled'),
  protocol: z.int().min(1),
  server: serverId.schema,
  nonce: nonce.schema.nullable(),
  at: wallClock,
  refusal: enrolmentRefusal,
});

export type Enrolled = z.infer<typeof enrolled>;

export const enrolmentAnswer = z.discriminatedUnion('type', [enrolled, notEnrolled]);
