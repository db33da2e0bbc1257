import type { Granted } from '../../electron/keys/grantedKeys';
import { withoutKeys } from '../../shared/journal/closed';

/** A device that nobody limits and that reads nothing closed, for tests of what lies in open channels. */
export const unlimited: Granted = { ...withoutKeys, whyNot: () => null };
