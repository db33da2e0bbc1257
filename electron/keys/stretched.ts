import { argon2id } from 'hash-wasm';
import { z } from 'zod';

/** What argon2id costs: memory in KiB, passes over it, lanes. Bounded, so that no file makes a machine stall. */
export const stretchCost = z.object({
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(8),
});
export type StretchCost = z.infer<typeof stretchCost>;

export interface StretchRequest {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly cost: StretchCost;
}

/** Makes a passphrase into a key of 32 bytes, at a cost. */
export type Stretch = (request: StretchRequest) => Promise<Uint8Array>;

/**
 * Argon2id. The passphrase is taken in its NFKC form, so that every keyboard's accents give the same key. It computes
 * without a pause, for a good part of a second: main has `inThread` do it.
 */
export function stretched({ passphrase, salt, cost }: StretchRequest): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}
