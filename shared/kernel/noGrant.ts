import { z } from 'zod';
import { day } from './ids';

/** Why a device may not read or write something, by the grant that headquarters gave it; days are in the centre's zone. */
export const noGrant = z.discriminatedUnion('because', [
  z.object({
    because: z.enum([
      /** It was never given one, and the channel is closed. */
      'never-granted',
      'ended',
      /** The channel is not among those it reads. */
      'channel',
      /** The kind of entry is not among those it writes. */
      'kind',
      /** Nor for people who act in this role. */
      'role',
      /** No key of this channel came with the grant, or none that this machine can open. */
      'no-key',
      /** The kind belongs into another channel. */
      'wrong-channel',
    ]),
  }),
  z.object({ because: z.literal('not-begun'), from: day.schema, today: day.schema }),
  z.object({ because: z.literal('over'), until: day.schema, today: day.schema }),
]);
export type NoGrant = z.infer<typeof noGrant>;
