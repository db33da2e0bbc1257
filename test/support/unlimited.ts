import type { Granted } from '../../electron/keys/grantedKeys';

/** A device that nobody limits and that reads nothing closed, for tests of what lies in open channels. */
export const unlimited: Granted = {
  whyNot: () => null,
  keyFor: () => null,
  close: () => {
    throw new Error('nothing is closed here');
  },
  open: () => 'no-key',
};
