import type { Guards } from '../guard';

/** What a machine says of itself, and what was found of it, is never refused. */
export const machineGuards: Guards<'machine.secured' | 'machine.keyChanged' | 'machine.cloneSettled'> = {
  'machine.secured': () => null,
  'machine.keyChanged': () => null,
  'machine.cloneSettled': () => null,
};
