import { z } from 'zod';

/** What works and people should know of. */
export const notices = z.object({
  /** Milliseconds by which the server's clock is ahead of this one, and how far off that may be; null while not known. */
  clock: z.object({ ahead: z.int(), within: z.int().nonnegative() }).nullable(),
  /** Something between opens the connection: the certificate shown is not the server's. Nothing is believed of it. */
  inspected: z.boolean(),
  /** The server was put back to an earlier state: how many entries it had acknowledged and does not hold. They go to it again. */
  restored: z.object({ lost: z.int().nonnegative() }).nullable(),
});
export type Notices = z.infer<typeof notices>;
