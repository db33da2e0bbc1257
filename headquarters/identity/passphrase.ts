import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';

/** What argon2id costs: memory in KiB, passes over it. Bounded, so that no database makes a node stall. */
export const stretchCost = z.object({ memory: z.int().min(8).max(1_048_576), passes: z.int().min(1).max(20) });
export type StretchCost = z.infer<typeof stretchCost>;

/** For a new key: 64 MiB, three passes. */
export const usualCost: StretchCost = { memory: 65_536, passes: 3 };

/** Makes a passphrase into a key of 32 bytes. */
export function stretched(passphrase: string, salt: Uint8Array, cost: StretchCost): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
}

/**
 * The passphrase that closes headquarters' private key: the one that was handed over, or that of a file beside the
 * database which only this user can read. The file is made with 256 bits of chance when it is not there. Nodes that share
 * a database must be handed the same.
 */
export async function passphraseIn(folder: string, handed: string | null, random: Random): Promise<string> {
  if (handed !== null) return handed;
  const file = path.join(folder, 'headquarters.secret');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(toBase64url(random.bytes(32)));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = (await readFile(file, 'utf8')).trim();
  if (kept === '') throw new Error(`${file} is empty: the passphrase of headquarters’ key is not in it`);
  return kept;
}
