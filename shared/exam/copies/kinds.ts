import { z } from 'zod';
import { instant } from '../../kernel/instant';
import { role } from '../../kernel/role';
import { anyHead, kind, write } from '../kind';

/** An Ed25519 or X25519 public key, base64url. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What was settled on a machine. Never where the copies go: paths name people. */
const configuration = z.object({
  kept: z.boolean(),
  /** Whether the state of the rooms goes along as PDF, naming people in clear. */
  rooms: z.boolean(),
  /** Public half of what the code de secours stands for: copies sealed to another key are not under this code. */
  key: publicKey.nullable(),
});

const restoration = z.object({
  /** The device that made the copy. */
  from: publicKey,
  entries: z.int().nonnegative(),
  /** How many of them were not here before. */
  added: z.int().nonnegative(),
});

export const copyKinds = {
  'safeCopy.configured': kind({
    kind: 'safeCopy.configured',
    version: 1,
    channel: 'session',
    by: [...anyHead, 'setup'],
    about: z.object({ device: publicKey }),
    data: configuration,
    writes: (about, data) => [write('safeCopies', 'session', about.device, data)],
  }),
  'safeCopy.restored': kind({
    kind: 'safeCopy.restored',
    version: 1,
    channel: 'session',
    by: role.options,
    about: z.object({ device: publicKey, madeAt: instant.schema }),
    data: restoration,
    writes: (about, data) => [write('copiesRestored', 'session', `${about.device}|${about.madeAt}`, data)],
  }),
};
