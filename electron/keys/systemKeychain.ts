import { safeStorage } from 'electron';
import type { Keychain } from './openDataKeys';

/** The operating system's keychain, through Electron. To be asked once the application is ready. */
export const systemKeychain: Keychain = {
  wrap: (secret) => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
  unwrap(wrapped) {
    try {
      return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'));
    } catch {
      return null; // wrapped elsewhere, or the keychain was reset
    }
  },
};
