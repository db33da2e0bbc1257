import { z } from 'zod';
import { sessionId } from '../../kernel/ids';
import { anyHead, kind, publishes, write } from '../kind';

/** A diploma whose regulation Cachet knows: bac pro, CAP, BEP, mention complémentaire, BP, unités capitalisables. */
export const diploma = z.enum(['bac-pro', 'cap', 'bep', 'mc', 'bp', 'uc']);
export type Diploma = z.infer<typeof diploma>;

/** A key of headquarters' that opens what a machine can no longer open by itself. */
export const recoveryKey = z.object({
  /** Who holds its private half. */
  label: z.string().min(1).max(120),
  /** Raw X25519 public key, base64url. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type RecoveryKey = z.infer<typeof recoveryKey>;

/** A key of headquarters' that signs grants. */
export const signingKey = z.object({
  label: z.string().min(1).max(120),
  /** Raw Ed25519 public key, base64url: the name of the device that signs with it. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SigningKey = z.infer<typeof signingKey>;

/** Whom a centre whose session names nobody takes for headquarters. */
export const namedHeadquarters = z.object({ signingKeys: z.array(signingKey).min(1).max(8) });
export type NamedHeadquarters = z.infer<typeof namedHeadquarters>;

export const sessionFacts = z.object({
  id: sessionId.schema,
  name: z.string().min(1).max(120),
  year: z.int().min(2000).max(2100),
  /** IANA zone in which the papers' times are given. */
  zone: z.string().min(1).max(64),
  authority: z.string().max(120),
  centre: z.object({
    code: z.string().regex(/^\d{7}[A-Z]$/),
    name: z.string().min(1).max(120),
    town: z.string().max(80),
  }),
  /** Made-up data for a try-out: every page says so. */
  demonstration: z.boolean(),
  /** Every machine of the centre seals its data keys to these. */
  recoveryKeys: z.array(recoveryKey).max(8).exactOptional(),
  /** Who may give grants to the centre's machines. */
  headquarters: namedHeadquarters.exactOptional(),
});
export type SessionFacts = z.infer<typeof sessionFacts>;

/** What differs from one diploma to another on exam day. Durations in minutes unless named otherwise. */
export const regulation = z.object({
  diploma,
  label: z.string().min(1).max(120),
  /** `EN`: exams of the Éducation nationale; `UC`: agricultural diplomas by unités capitalisables. */
  family: z.enum(['EN', 'UC']),
  /** How long after the start written on the board the centre head may still admit a latecomer. */
  latecomerMinutes: z.int().min(0).max(240),
  /** How long nobody leaves, and no subject leaves the room. */
  noExitMinutes: z.int().min(0).max(240),
  /** How long before the start candidates settle. */
  settlingMinutes: z.int().min(0).max(120),
  /** How long before the time of the summons an invigilator's service begins. */
  serviceMinutes: z.int().min(0).max(120),
  /** Within how many hours a missing identity document must be shown. */
  identityHours: z.int().min(1).max(240),
  /** Lowest general average that passes, in hundredths of a point out of 20. */
  passMark: z.int().min(0).max(2000),
});
export type Regulation = z.infer<typeof regulation>;

export const speciality = z.object({
  code: z.string().min(1).max(20),
  label: z.string().min(1).max(160),
  diploma,
});
export type Speciality = z.infer<typeof speciality>;

export const sessionKinds = {
  'session.published': kind({
    kind: 'session.published',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: sessionFacts,
    writes: (_about, data) => [write('session', 'session', 'session', data)],
  }),
  /**
   * A centre that began alone says whom it takes for headquarters: the server that the head enrolled a machine with, by
   * the key with which it has signed its answer. It counts where the session names nobody.
   */
  'headquarters.named': kind({
    kind: 'headquarters.named',
    version: 1,
    channel: 'session',
    by: [...anyHead, 'setup'],
    about: z.object({ session: sessionId.schema }),
    data: namedHeadquarters,
    writes: (_about, data) => [write('headquarters', 'session', 'session', data)],
  }),
  'regulations.published': kind({
    kind: 'regulations.published',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: z.object({ regulations: z.array(regulation), specialities: z.array(speciality).max(400) }),
    writes: (_about, data) => [
      ...data.regulations.map((each) => write('regulations', 'session', each.diploma, each)),
      ...data.specialities.map((each) => write('specialities', 'session', each.code, each)),
    ],
  }),
};
