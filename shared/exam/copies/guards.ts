import type { Guards } from '../guard';

/** A machine may always be given a safe copy, and always says what it took back. */
export const copyGuards: Guards<'safeCopy.configured' | 'safeCopy.restored'> = {
  'safeCopy.configured': () => null,
  'safeCopy.restored': () => null,
};
