import { z } from 'zod';
import { personId } from '../kernel/ids';
import { role } from '../kernel/role';
import { actor } from '../kernel/statement';

/** What a window may show before it has read the journal itself. */
export const coverMethods = {
  /** Whose desk this is, who may unlock it, and who acts on it now, as the journal's file says. */
  cover: {
    input: z.void(),
    output: z.object({
      centre: z.object({ name: z.string(), session: z.string(), demonstration: z.boolean() }).nullable(),
      zone: z.string(),
      people: z.array(z.object({ person: personId.schema, name: z.string(), roles: z.array(role) })),
      acting: actor.nullable(),
    }),
  },
} as const;
