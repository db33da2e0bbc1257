import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../journal/writeWhole';
import { isOfLaterForm, LaterForm } from '../laterForm';
import { recoverySeal } from './recoverySeal';
import { stretchCost } from './stretched';

/** How a data key lies in the file: under the keychain, or under a key that argon2id makes of a passphrase. */
const wrapping = z.discriminatedUnion('by', [
  z.object({ by: z.literal('keychain'), closed: z.base64() }),
  z.object({ by: z.literal('passphrase'), salt: z.base64(), cost: stretchCost, closed: z.base64() }),
]);
export type Wrapping = z.infer<typeof wrapping>;

/** What became of a key once it was no longer at hand, and how many entries lay under it then. */
const keyChange = z.object({ became: z.enum(['lost', 'recovered']), entries: z.int().nonnegative() });
export type KeyChange = z.infer<typeof keyChange>;

const keptKey = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  wrapping,
  seals: z.array(recoverySeal),
  change: keyChange.nullable(),
});
export type KeptKey = z.infer<typeof keptKey>;

/** A data key as headquarters alone can open it. */
export const sealedKey = keptKey.pick({ id: true, seals: true });
export type SealedKey = z.infer<typeof sealedKey>;

/** `data.key`: this machine's data keys, the one in use first. Keys leave it never. */
const keyFile = z.object({ format: z.literal(1), keys: z.array(keptKey).min(1) });

export type KeysFound =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'kept'; readonly keys: readonly KeptKey[] };

/** Throws `LaterForm` where a later version wrote the file. */
export async function readKeyFile(file: string): Promise<KeysFound> {
  const text = await textOf(file);
  if (text !== null && isOfLaterForm(text)) throw new LaterForm(file);
  return text === null ? { kind: 'absent' } : parseKeyFile(text);
}

/** What a `data.key` says, wherever it came from. */
export function parseKeyFile(text: string): KeysFound {
  try {
    return { kind: 'kept', keys: keyFile.parse(JSON.parse(text)).keys };
  } catch {
    return { kind: 'damaged' }; // kept as it is, and told
  }
}

export function writeKeyFile(file: string, keys: readonly KeptKey[]): Promise<void> {
  return writeWhole(file, JSON.stringify(keyFile.parse({ format: 1, keys })));
}

/** What the file holds, or null where there is none. */
export async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
