import { z } from 'zod';

/** Thresholds, in bytes that this user may still write. Under the first a person is warned, under the second nothing is taken. */
export const WARN_UNDER = 1_000_000_000;
export const REFUSE_UNDER = 200_000_000;
/** Kept on the disk to be let go when a write meets its end. */
export const BALLAST_BYTES = 64_000_000;

/**
 * How much room the journal's disk has. `low`: all is taken still. `short`: no gesture is taken, so that what is kept
 * stays sound. A disk that does not tell its room counts as ample: its writes tell.
 */
export const diskSpace = z.discriminatedUnion('level', [
  z.object({ level: z.literal('ample') }),
  z.object({ level: z.enum(['low', 'short']), freeBytes: z.number().nonnegative() }),
]);
export type DiskSpace = z.infer<typeof diskSpace>;

export interface DiskDecision {
  readonly space: DiskSpace;
  /** A write met a full disk, and the room it takes to go on has not come back since. */
  readonly spent: boolean;
  /** There is room for the ballast besides what gestures may need. */
  readonly roomForBallast: boolean;
}

/**
 * What follows from the room there is (R17).
 * @param freeBytes null where the disk does not tell
 * @param spent whether a write met a full disk, as last decided
 */
export function decideDisk(freeBytes: number | null, spent: boolean): DiskDecision {
  if (freeBytes === null) return { space: { level: 'ample' }, spent: false, roomForBallast: true };
  const roomForBallast = freeBytes >= REFUSE_UNDER + BALLAST_BYTES;
  const stillSpent = spent && !roomForBallast;
  if (stillSpent || freeBytes < REFUSE_UNDER)
    return { space: { level: 'short', freeBytes }, spent: stillSpent, roomForBallast };
  const space: DiskSpace = freeBytes < WARN_UNDER ? { level: 'low', freeBytes } : { level: 'ample' };
  return { space, spent: false, roomForBallast };
}
