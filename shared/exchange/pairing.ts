import { z } from 'zod';
import { deviceId } from '../journal/launch';
import { centreCode, nonce, serverId, wallClock } from './names';
import { pairingSecret } from './pairingLink';

/**
 * How a machine becomes one of a centre's by one of its relays. Each is a POST like those of `http.ts`, of the same type,
 * signed by the newcomer's device key; answers are signed by the relay. `join` goes to a relay whose key is known from a
 * link. `code` and `proof` come before it where only a code is known: they go to whoever answers at an address, and hand
 * over the link inside what both derive from the code (OPAQUE), so that who stands between learns nothing.
 */
export const PAIRING_PATHS = { join: '/pairing/join', code: '/pairing/code', proof: '/pairing/proof' } as const;

const asked = {
  protocol: z.int().min(1),
  /** The key that signed the frame. */
  device: deviceId.schema,
  nonce: nonce.schema,
  at: wallClock,
};

/** A message of the library's, base64url; it reads it itself. */
const opaqueMessage = z.string().regex(/^[A-Za-z0-9_-]{1,1000}$/);

export const pairingRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('join'),
    ...asked,
    /** Its X25519 public key, raw in base64url. */
    wrapping: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    secret: pairingSecret.schema,
    /** The centre whose journal the newcomer holds already; null for an empty machine. */
    centre: centreCode.schema.nullable(),
  }),
  z.object({ type: z.literal('code'), ...asked, start: opaqueMessage }),
  /** `attempt` is the nonce of the `code` request that it goes on from. */
  z.object({ type: z.literal('proof'), ...asked, attempt: nonce.schema, finish: opaqueMessage }),
]);
export type PairingRequest = z.infer<typeof pairingRequest>;

/**
 * `unknown-secret`: none of this relay's, or withdrawn. `expired`: too old. `used`: by another machine. `no-centre`: the
 * relay has no centre yet. `no-code`: none is out, or it is too old. `spent`: it was tried too often. `wrong-code`: what
 * was typed is not the code.
 */
export const pairingRefusal = z.discriminatedUnion('because', [
  z.object({ because: z.enum(['unknown-secret', 'expired', 'used', 'no-centre', 'no-code', 'spent', 'wrong-code']) }),
  /** The newcomer holds another centre's journal; which centre is this relay's. */
  z.object({ because: z.literal('wrong-centre'), centre: centreCode.schema }),
  z.object({ because: z.enum(['not-understood', 'bad-signature', 'failed']) }),
]);
export type PairingRefusal = z.infer<typeof pairingRefusal>;

const answered = {
  protocol: z.int().min(1),
  server: serverId.schema,
  /** The request's; null where it could not be read. */
  nonce: nonce.schema.nullable(),
  at: wallClock,
};

const joined = z.object({
  type: z.literal('joined'),
  ...answered,
  centre: centreCode.schema,
  /** What the centre is called. */
  name: z.string().max(200),
  /** Whom to believe before any entry says who is who: headquarters' keys, and the machines that began the centre. */
  roots: z.array(deviceId.schema).min(1).max(50),
  /** How many entries the newcomer may fetch now. */
  entries: z.int().nonnegative(),
});
export type Joined = z.infer<typeof joined>;

export const pairingAnswer = z.discriminatedUnion('type', [
  joined,
  /** The secret is right, and a head has not said yes yet; for how many milliseconds it still may. */
  z.object({ type: z.literal('awaiting'), ...answered, left: z.int().nonnegative() }),
  z.object({ type: z.literal('challenge'), ...answered, response: opaqueMessage }),
  /** A link in UTF-8, closed under what both derived from the code, for the device that asked. */
  z.object({ type: z.literal('link'), ...answered, closed: z.string().max(2_000) }),
  z.object({ type: z.literal('not-joined'), ...answered, refusal: pairingRefusal }),
]);
export type PairingAnswer = z.infer<typeof pairingAnswer>;
