import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import type { Signer } from '../../shared/kernel/ports';
import { ed25519Signer } from './ed25519';
import { writeWhole } from './writeWhole';

export interface DeviceKey {
  readonly signer: Signer;
  /** `created` where there was none; `replaced` where the one there was cannot be read: it is kept beside. */
  readonly fate: 'known' | 'created' | 'replaced';
}

/**
 * The key that makes this machine a device, in a file that only its user may read. A lost key is a new device that
 * must be enrolled again: the journal does not depend on it and stays readable.
 */
export async function openDeviceKey(file: string): Promise<DeviceKey> {
  const kept = await read(file);
  const key = kept === null ? null : parse(kept);
  if (key) return { signer: ed25519Signer(key), fate: 'known' };
  if (kept !== null) await rename(file, `${file}.unreadable`);
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeWhole(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  return { signer: ed25519Signer(privateKey), fate: kept === null ? 'created' : 'replaced' };
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null; // not a key: the caller makes a new one and says so
  }
}
