import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Random } from '../../shared/kernel/ports';
import { writeWhole } from '../journal/writeWhole';
import { DATA_KEY_BYTES, type DataKey, type DataKeys, dataKeyOf } from './dataKeys';

/** What keeps a secret for this user: the operating system's keychain, as a rule. */
export interface Keychain {
  wrap(secret: Uint8Array): Uint8Array;
  /** The secret, or null when this keychain did not wrap it or no longer can tell. */
  unwrap(wrapped: Uint8Array): Uint8Array | null;
}

const kept = z.object({ format: z.literal(1), keys: z.array(z.object({ id: z.string(), wrapped: z.base64() })) });

export interface OpenedDataKeys extends DataKeys {
  /** `replaced`: the keychain no longer opens the key in use; a new one is, and the old one stays in the file. */
  readonly fate: 'known' | 'created' | 'replaced';
}

/** Opens this machine's data keys, the one in use first, and makes one where there is none that can be opened. */
export async function openDataKeys(file: string, keychain: Keychain, random: Random): Promise<OpenedDataKeys> {
  const found = await read(file);
  const opened = found.flatMap(({ wrapped }) => open(keychain, wrapped) ?? []);
  const [inUse, ...former] = opened;
  if (inUse && opened.length === found.length) return { inUse, former, fate: 'known' };
  const raw = random.bytes(DATA_KEY_BYTES);
  const fresh = dataKeyOf(raw);
  const wrapped = Buffer.from(keychain.wrap(raw)).toString('base64');
  const keys = [{ id: fresh.id, wrapped }, ...found];
  await writeWhole(file, JSON.stringify({ format: 1, keys } satisfies z.infer<typeof kept>));
  return { inUse: fresh, former: opened, fate: found.length === 0 ? 'created' : 'replaced' };
}

function open(keychain: Keychain, wrapped: string): DataKey | null {
  const raw = keychain.unwrap(Buffer.from(wrapped, 'base64'));
  return raw?.length === DATA_KEY_BYTES ? dataKeyOf(raw) : null;
}

async function read(file: string): Promise<z.infer<typeof kept>['keys']> {
  try {
    return kept.parse(JSON.parse(await readFile(file, 'utf8'))).keys;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
