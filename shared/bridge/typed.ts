import { z } from 'zod';
import { personId } from '../kernel/ids';

/** The longest text that is kept for one place, in UTF-16 units: what the longest field takes. */
export const TYPED_AT_MOST = 4000;

/** Where something is being typed: a form, and what it is about. */
const place = z.string().min(1).max(400);

/**
 * What a person is typing and has not saved yet, held by the main process in its memory and nowhere else: a page whose
 * process died asks for it again.
 */
export const typedMethods = {
  /** Holds what `person` typed at a place, in place of what was held there; an empty text forgets it. */
  keepTyped: {
    input: z.object({ person: personId.schema, place, text: z.string().max(TYPED_AT_MOST) }),
    output: z.void(),
  },
  /** What whoever is unlocked had typed at a place; empty where nothing is held. */
  typed: { input: z.object({ place }), output: z.string() },
} as const;
