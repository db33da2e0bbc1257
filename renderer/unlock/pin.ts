import { z } from 'zod';
import { unlockText } from '../text/unlock';

/** Four to eight digits. */
const pinSchema = z.string().regex(/^\d{4,8}$/, unlockText.pinRules.digits);

/** A code chosen twice over. */
export const chosenPin = z
  .object({ pin: pinSchema, again: z.string() })
  .refine(({ pin, again }) => pin === again, { path: ['again'], message: unlockText.pinRules.differs });
