import type { App } from 'electron';
import type { vaultMethods } from '../../../shared/bridge/vault';
import type { OpenJournal } from '../../journal/openJournal';
import type { Vault } from '../../keys/vault';
import type { Handlers } from '../serve';

type VaultHandlers = Pick<Handlers, keyof typeof vaultMethods>;

/** Answers for the keys of the journal, before it is open and after. */
export function vaultHandlers(
  opening: Promise<Vault>,
  journal: Promise<OpenJournal>,
  app: Pick<App, 'relaunch' | 'quit'>,
): VaultHandlers {
  return {
    vaultState: async () => (await opening).state,
    choosePassphrase: async ({ passphrase }) => (await opening).choosePassphrase(passphrase),
    typePassphrase: async ({ passphrase }) => (await opening).typePassphrase(passphrase),
    encased: async () => (await opening).encased(),
    keyFile: async () => (await opening).keyFile(),
    typeRecoveryCode: async ({ code }) => (await opening).typeRecoveryCode(code),
    goOnWithoutOldKeys: async () => (await opening).goOnWithoutOldKeys(),
    restart() {
      app.relaunch();
      app.quit();
    },
    machine: async () => {
      const { device, wrapping } = await journal;
      const { how, backend, changes } = (await opening).security;
      return { device, how, backend, wrapping, changes: [...changes] };
    },
  };
}
