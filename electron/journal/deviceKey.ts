import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { wrappingPairOf } from '../../node/channelKeySeal';
import { close, reopen } from '../../node/closed';
import { ed25519Signer } from '../../node/ed25519';
import type { X25519Pair } from '../../node/x25519';
import { fromUtf8, utf8 } from '../../shared/kernel/bytes';
import type { Random, Signer } from '../../shared/kernel/ports';
import type { DataKeys } from '../keys/dataKeys';
import { setAside } from '../keys/setAside';
import { isOfLaterForm, LaterForm } from '../laterForm';
import { writeWhole } from './writeWhole';

export interface DeviceKey {
  readonly signer: Signer;
  /** To which headquarters seals the channel keys of a grant. */
  readonly wrapping: X25519Pair;
  /** `created` where there was none; `replaced` where the one there was cannot be read: it is kept beside. */
  readonly fate: 'known' | 'created' | 'replaced';
}

/** `device.key`: the private key, closed under the data key of this id. The first version wrote PEM in clear. */
const closedKey = z.object({ format: z.literal(1), key: z.string(), closed: z.base64() });
const context = 'cachet-device-key/1';

/**
 * The key that makes this machine a device, closed under the data key. A lost key is a new device that must be enrolled
 * again: the journal does not depend on it and stays readable. Throws `LaterForm` where a later version wrote it.
 */
export async function openDeviceKey(file: string, keys: DataKeys, random: Random): Promise<DeviceKey> {
  const kept = await read(file);
  if (kept !== null && isOfLaterForm(kept)) throw new LaterForm(file);
  const found = kept === null ? null : opened(kept, keys);
  if (found) {
    if (!found.closedUnderKeyInUse) await write(file, found.key, keys, random);
    return { ...usesOf(found.key), fate: 'known' };
  }
  if (kept !== null) await setAside(file);
  const { privateKey } = generateKeyPairSync('ed25519');
  await write(file, privateKey, keys, random);
  return { ...usesOf(privateKey), fate: kept === null ? 'created' : 'replaced' };
}

/** One secret, two uses that know nothing of each other. */
function usesOf(key: KeyObject) {
  return { signer: ed25519Signer(key), wrapping: wrappingPairOf(key) };
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function write(file: string, privateKey: KeyObject, { inUse }: DataKeys, random: Random): Promise<void> {
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const closed = Buffer.from(close(utf8(pem), inUse.key, context, random)).toString('base64');
  return writeWhole(file, JSON.stringify({ format: 1, key: inUse.id, closed } satisfies z.infer<typeof closedKey>));
}

function opened(kept: string, { inUse, former }: DataKeys) {
  const clear = privateKeyOf(kept);
  if (clear) return { key: clear, closedUnderKeyInUse: false };
  const record = closedKey.safeParse(jsonOf(kept));
  if (!record.success) return null;
  const under = [inUse, ...former].find(({ id }) => id === record.data.key);
  if (!under) return null;
  const pem = reopen(new Uint8Array(Buffer.from(record.data.closed, 'base64')), under.key, context);
  const key = pem && privateKeyOf(fromUtf8(pem) ?? '');
  return key ? { key, closedUnderKeyInUse: under === inUse } : null;
}

function privateKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null; // not a key: the caller makes a new one and says so
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON: no key is in it
  }
}
