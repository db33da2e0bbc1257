import { randomBytes } from 'node:crypto';
import type { Closing } from '../../headquarters/identity/serverKey';

/** With what the private key of every test's headquarters is closed, cheaply. */
export const closing: Closing = {
  passphrase: 'of every test alone',
  random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
  cost: { memory: 8, passes: 1 },
};
