import { z } from 'zod';
import { entryId } from '../../kernel/ids';
import { role } from '../../kernel/role';
import { anyHead, kind, write } from '../kind';

/** A device, by its Ed25519 public key in base64url. */
export const device = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** How a machine keeps the key of what it holds: with the system's keychain, or by a passphrase where there is none. */
const machineSecurity = z.object({
  how: z.enum(['keychain', 'passphrase']),
  /** The keychain's name, or that of what stands in its place. */
  backend: z.string().min(1).max(80),
  /** Its X25519 public key, raw in base64url: what other machines carry to it by hand is sealed to it. */
  wrapping: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .exactOptional(),
});

const keyFate = z.object({
  /** `lost`: the machine could no longer open this key, and went on with a new one. `recovered`: it has it again. */
  became: z.enum(['lost', 'recovered']),
  /** How many entries of the black box lay under it. */
  entries: z.int().nonnegative(),
});

export const machineKinds = {
  'machine.secured': kind({
    kind: 'machine.secured',
    version: 1,
    channel: 'session',
    by: role.options,
    about: z.object({ device }),
    data: machineSecurity,
    writes: (about, data) => [write('machines', 'session', about.device, data)],
  }),
  'machine.keyChanged': kind({
    kind: 'machine.keyChanged',
    version: 1,
    channel: 'session',
    by: role.options,
    about: z.object({ device, key: z.string().regex(/^[0-9a-f]{16}$/) }),
    data: keyFate,
    writes: (about, data) => [write('machineKeys', 'session', about.key, { ...data, device: about.device })],
  }),
  /** A machine that others of the centre bring and fetch entries at says where; nowhere, once it no longer does. */
  'machine.listens': kind({
    kind: 'machine.listens',
    version: 1,
    channel: 'session',
    by: role.options,
    about: z.object({ device }),
    data: z.object({
      /** Host and port, as `192.168.1.20:47110`; the likeliest first. */
      addresses: z.array(z.string().max(80)).max(20),
    }),
    writes: (about, data) => [write('relays', 'session', about.device, data)],
  }),
  /** A head has read that a machine wrote several histories, and says what was done; later branchings are told again. */
  'machine.cloneSettled': kind({
    kind: 'machine.cloneSettled',
    version: 1,
    channel: 'session',
    by: anyHead,
    about: z.object({ device }),
    data: z.object({
      /** The first entries of the histories that were known then. */
      seen: z.array(entryId.schema).min(1).max(200),
      remark: z.string().max(500),
    }),
    writes: (about, data) => [write('clones', 'session', about.device, data)],
  }),
};
