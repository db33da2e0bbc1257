import { z } from 'zod';
import { entryId, roomId, streamId } from '../../kernel/ids';
import { grantTerms } from '../grants/kinds';
import { anyHead, kind, write } from '../kind';
import { device } from '../machines/kinds';

/** What people call a machine, and the rooms it is for; none where it is the centre's own. */
const place = {
  name: z.string().min(1).max(80),
  rooms: z.array(roomId.schema).max(60),
};

/** A machine that a head let in: what it is and may do there. Whole in itself: the next one takes its place. */
export const admission = z.object({
  ...place,
  /** Its X25519 public key, raw in base64url: keys for it are sealed to it. */
  wrapping: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** What it may read and write, in which roles, and on which days: never more than the machine that lets it in. */
  terms: grantTerms,
  /** The machine whose place it takes, which is dismissed in the same gesture. */
  replaces: device.nullable(),
  /** What is said anew of a machine that is in; not said where it is let in. The rest is as it was. */
  changes: z.enum(['rooms']).exactOptional(),
});
export type Admission = z.infer<typeof admission>;

/** How far a machine's streams had come when it was dismissed: what it wrote beyond is set aside. */
export const cutOff = z
  .array(z.object({ stream: streamId.schema, seq: z.int().min(1), head: entryId.schema }))
  .max(2_000);

export const dismissal = z.object({ reason: z.string().min(1).max(500), cutOff });
export type Dismissal = z.infer<typeof dismissal>;

export type Membership = ({ readonly is: 'admitted' } & Admission) | ({ readonly is: 'dismissed' } & Dismissal);

/**
 * Which machines are the centre's, as its heads say. They count by the device that signed them, as grants do:
 * `shared/centre/admissions` says which.
 */
export const admissionKinds = {
  'admission.given': kind({
    kind: 'admission.given',
    version: 1,
    channel: 'session',
    by: anyHead,
    about: z.object({ device }),
    data: admission,
    writes: (about, data) => [
      write('memberships', 'session', about.device, { is: 'admitted', ...data } as const),
      // what it was called and where it stood outlives its dismissal
      write('machinePlaces', 'session', about.device, { name: data.name, rooms: data.rooms, reads: data.terms.reads }),
    ],
  }),
  'admission.ended': kind({
    kind: 'admission.ended',
    version: 1,
    channel: 'session',
    by: anyHead,
    about: z.object({ device }),
    data: dismissal,
    writes: (about, data) => [write('memberships', 'session', about.device, { is: 'dismissed', ...data } as const)],
  }),
  /** The code that a machine showed so that another one joins died unused: tried too often, or too old (FAULT 65). */
  'admission.codeSpent': kind({
    kind: 'admission.codeSpent',
    version: 1,
    channel: 'session',
    by: anyHead,
    about: z.object({ device }),
    data: z.object({ because: z.enum(['tries', 'expired']) }),
    writes: () => [],
  }),
};
