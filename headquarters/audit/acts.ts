import { z } from 'zod';
import { personId } from '../../shared/kernel/ids';
import { json } from '../../shared/kernel/json';
import { staffRole } from '../staff/member';

const centre = z.object({ centre: z.string() });
const person = z.object({ person: personId.schema });
const code = z.object({ code: z.string() });

/**
 * What staff does, as entries of headquarters' own journal. `about` and `data` name people by their accounts and centres by
 * their codes; no candidate is named here, nor anything that was typed where it may have been a secret.
 */
export const acts = {
  'staff.signedIn': { about: person, data: z.object({}) },
  /** Somebody did not sign in: as whom, where that is an account. */
  'staff.refused': { about: z.object({ person: personId.schema.nullable() }), data: z.object({ because: z.string() }) },
  'staff.signedOut': { about: person, data: z.object({}) },
  'staff.invited': {
    about: z.object({ person: personId.schema.nullable() }),
    data: z.object({ role: staffRole }),
  },
  'staff.joined': { about: person, data: z.object({ role: staffRole }) },
  'staff.withdrawn': { about: person, data: z.object({ reason: z.string() }) },
  'session.created': { about: z.object({ session: z.string() }), data: json },
  'centre.added': { about: centre, data: z.object({ session: z.string() }) },
  'dossier.published': {
    about: centre,
    data: z.object({ source: z.string(), entries: z.int(), candidates: z.int() }),
  },
  'code.issued': { about: code.extend(centre.shape), data: json },
  'device.enrolled': { about: centre.extend({ device: z.string() }), data: code },
  'device.revoked': { about: centre.extend({ device: z.string() }), data: z.object({ reason: z.string() }) },
  'message.sent': { about: centre, data: z.object({ entry: z.string() }) },
  'status.entered': { about: centre, data: json },
  'export.made': { about: z.object({ what: z.string() }), data: z.object({ rows: z.int() }) },
} as const;

export type ActKind = keyof typeof acts;
export type Act = {
  readonly [K in ActKind]: {
    readonly kind: K;
    readonly about: z.infer<(typeof acts)[K]['about']>;
    readonly data: z.infer<(typeof acts)[K]['data']>;
  };
}[ActKind];
