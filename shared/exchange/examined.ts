import { z } from 'zod';
import { deviceId } from '../journal/launch';
import { noAnswer } from './trouble';

/** How one attempt at one address ended. Who answered has shown the key that was asked for. */
const attemptEnd = z.discriminatedUnion('kind', [z.object({ kind: z.literal('answered') }), ...noAnswer.options]);
export type AttemptEnd = z.infer<typeof attemptEnd>;

const attempt = z.object({
  /** Host and port. */
  address: z.string().min(1).max(80),
  ended: attemptEnd,
  /** Whether the system knows a network card at that address; null where it cannot tell. */
  seen: z.boolean().nullable(),
});
export type Attempt = z.infer<typeof attempt>;

/** What an examination of the centre's network found: facts, no conclusions. */
export const examined = z.object({
  /** The machine's own addresses: those of its loopback and those that reach no further than a cable (IPv6) left out. */
  interfaces: z.array(
    z.object({ name: z.string().max(200), address: z.string().max(80), prefix: z.int().min(0).max(128) }),
  ),
  relays: z.array(
    z.object({
      device: deviceId.schema,
      attempts: z.array(attempt),
      /** It answered at some address since the program was started. */
      before: z.boolean(),
    }),
  ),
  /** This machine's own relay, at each of its addresses; null where it is none. */
  own: z.array(attempt).nullable(),
  /** Addresses of the network at which a card is known; null where the system does not tell. */
  neighbours: z.array(z.string().max(80)).nullable(),
  /** Milliseconds by which the centre's time is ahead of this machine's clock; null while nothing was compared with. */
  ahead: z.int().nullable(),
});
export type Examined = z.infer<typeof examined>;
export type ExaminedRelay = Examined['relays'][number];
