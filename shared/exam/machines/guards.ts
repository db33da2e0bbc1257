import type { Guards } from '../guard';

/** What a machine says of itself, and what was found of it, is never refused. */
export const machineGuards: Guards<
  'machine.secured' | 'machine.keyChanged' | 'machine.listens' | 'machine.cloneSettled'
> = {
  'machine.secured': () => null,
  'machine.keyChanged': () => null,
  'machine.listens': () => null,
  'machine.cloneSettled': () => null,
};
