import { argon2id, argon2Verify } from 'hash-wasm';
import type { Random } from '../../shared/kernel/ports';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1 };
const encodedPrefix = `$argon2id$v=19$m=${cost.memorySize},t=${cost.iterations},p=${cost.parallelism}$`;

/** How long a password is, in characters. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** What is kept of a password: its argon2id hash with a fresh salt. Accents count the same from every keyboard (NFKC). */
export function hashPassword(password: string, random: Random): Promise<string> {
  const typed = password.normalize('NFKC');
  return argon2id({ ...cost, password: typed, salt: random.bytes(16), hashLength: 32, outputType: 'encoded' });
}

/** Whether the password is the one that was hashed. A hash of another cost is never tried. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  return hash.startsWith(encodedPrefix) && argon2Verify({ password: password.normalize('NFKC'), hash });
}

/** A hash that no password matches, for as much work as one that some does. */
export const nobodysHash = `${encodedPrefix}AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`;
