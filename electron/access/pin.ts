import { argon2id, argon2Verify } from 'hash-wasm';
import type { Random } from '../../shared/kernel/ports';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1 };
const encodedPrefix = `$argon2id$v=19$m=${cost.memorySize},t=${cost.iterations},p=${cost.parallelism}$`;

/** What is kept of a PIN: its argon2id hash with a fresh salt, in the usual encoded form. */
export function hashPin(pin: string, random: Random): Promise<string> {
  return argon2id({ ...cost, password: pin, salt: random.bytes(16), hashLength: 32, outputType: 'encoded' });
}

/** Whether the PIN is the one that was hashed. A hash of another cost is never tried: it might be made to stall us. */
export async function pinMatches(pin: string, hash: string): Promise<boolean> {
  return hash.startsWith(encodedPrefix) && argon2Verify({ password: pin, hash });
}
