import { readFileSync, writeFileSync } from 'node:fs';
import { close, reopen } from '../../node/closed';
import type { Random } from '../../shared/kernel/ports';
import type { KeychainFound } from './keychain';

const keyBytes = 32;
const context = 'cachet-file-keychain/1';

/**
 * A keychain in a file of its own, made if need be, for development and tests on machines without any: whoever has the
 * file opens what it wraps. A released program has no use for it.
 */
export function fileKeychain(file: string, random: Random): KeychainFound {
  const key = read(file) ?? made(file, random);
  const backend = 'file';
  return {
    backend,
    keychain: {
      backend,
      wrap: (secret) => close(secret, key, context, random),
      unwrap: (wrapped) => reopen(wrapped, key, context),
    },
  };
}

function read(file: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function made(file: string, random: Random): Uint8Array {
  const key = random.bytes(keyBytes);
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}
