import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';

/** A run of protocol versions that one side speaks. */
export const versions = z.object({ oldest: z.int().min(1), newest: z.int().min(1) });
export type Versions = z.infer<typeof versions>;

/** What this program speaks: always its own version and, from the second on, the one before. */
export const SPEAKS: Versions = { oldest: 1, newest: 1 };

/** The newest version both speak, or which of the two is too old to be talked to. */
export function negotiated(mine: Versions, theirs: Versions): Result<number, 'mine-too-old' | 'theirs-too-old'> {
  const version = Math.min(mine.newest, theirs.newest);
  if (version >= Math.max(mine.oldest, theirs.oldest)) return ok(version);
  return err(mine.newest < theirs.oldest ? 'mine-too-old' : 'theirs-too-old');
}
