import { safeStorage } from 'electron';
import type { KeychainFound } from './keychain';

/** On Linux, what Chromium names where it keeps nothing safe: a password that is the same on every machine, or none. */
const protectsNothing = ['basic_text', 'unknown'];

/** The operating system's keychain, through Electron. To be asked once the application is ready. */
export function systemKeychain(): KeychainFound {
  const backend = backendName();
  if (protectsNothing.includes(backend) || !safeStorage.isEncryptionAvailable()) return { keychain: null, backend };
  return {
    backend,
    keychain: {
      backend,
      wrap: (secret) => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
      unwrap(wrapped) {
        try {
          return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'));
        } catch {
          return null; // wrapped elsewhere, or the keychain was reset
        }
      },
    },
  };
}

function backendName(): string {
  if (process.platform === 'win32') return 'dpapi';
  return process.platform === 'darwin' ? 'macos_keychain' : safeStorage.getSelectedStorageBackend();
}
