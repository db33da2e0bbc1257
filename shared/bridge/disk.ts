import { z } from 'zod';
import { diskSpace } from '../kernel/diskSpace';

/** What a window may ask about the disk on which the journal lies. */
export const diskMethods = {
  disk: { input: z.void(), output: diskSpace },
} as const;

export const diskEvents = {
  /** How much room there is, whenever that is to be shown differently. */
  diskChanged: diskSpace,
} as const;
