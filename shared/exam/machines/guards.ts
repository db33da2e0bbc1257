import type { Guards } from '../guard';

/** What a machine says of itself is never refused. */
export const machineGuards: Guards<'machine.secured' | 'machine.keyChanged'> = {
  'machine.secured': () => null,
  'machine.keyChanged': () => null,
};
