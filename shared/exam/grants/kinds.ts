import { z } from 'zod';
import { channelKeyId, day, streamId } from '../../kernel/ids';
import { kind } from '../kind';
import { device } from '../machines/kinds';

/** A name that this version may not know yet: what it does not know it grants to nobody, and keeps. */
const name = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);

/** A channel key, sealed to the device it is given to: X25519 with a passing key, HKDF-SHA-256, AES-256-GCM. */
export const wrappedKey = z.object({
  channel: name,
  id: channelKeyId.schema,
  /** The device's wrapping key and the passing one: raw X25519 public keys, base64url. */
  to: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  ephemeral: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  closed: z.base64().max(200),
});
export type WrappedKey = z.infer<typeof wrappedKey>;

/** What headquarters lets a device of a centre do. Whole in itself: the next one takes its place and says all again. */
export const grantTerms = z.object({
  /** The centre for which it counts. */
  centre: z.string().max(20),
  /** In which roles people may write on it. */
  roles: z.array(name).min(1).max(20),
  /** Channels it reads. */
  reads: z.array(name).max(20),
  /** Kinds of entries it writes: `mark.entered`, or `mark.*` for all that are named so. */
  writes: z.array(z.string().regex(/^[a-z][A-Za-z]{0,39}\.([a-z][A-Za-z]{0,39}|\*)$/)).max(400),
  /** First and last day, in the centre's zone. */
  from: day.schema,
  until: day.schema,
  /**
   * How far headquarters held the device's streams when it gave the first grant: what it wrote before, as a desk on its
   * own. The device's later entries are judged by its grants, whatever hour they claim. Not said by the first version.
   */
  begun: z
    .array(z.tuple([streamId.schema, z.int().min(1)]))
    .max(400)
    .exactOptional(),
  /** Every key it may read with; of each channel the newest comes last, and is the one to write with. */
  keys: z.array(wrappedKey).max(60),
  /** Its X25519 public key, raw in base64url, to which the centre's other machines seal what they carry to it by hand. */
  wrapping: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .exactOptional(),
  /** What people call it. */
  name: z.string().min(1).max(80).exactOptional(),
});
export type GrantTerms = z.infer<typeof grantTerms>;

/**
 * Grants write no register of the centre's state: they count by the device that signed them, which statements do not
 * tell. `shared/centre/grants` folds them.
 */
export const grantKinds = {
  'grant.given': kind({
    kind: 'grant.given',
    version: 1,
    channel: 'session',
    by: ['headquarters'],
    about: z.object({ device }),
    data: grantTerms,
    writes: () => [],
  }),
  'grant.ended': kind({
    kind: 'grant.ended',
    version: 1,
    channel: 'session',
    by: ['headquarters'],
    about: z.object({ device }),
    data: z.object({ reason: z.string().min(1).max(500) }),
    writes: () => [],
  }),
};
