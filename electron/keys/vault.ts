import type { VaultState } from '../../shared/bridge/vault';
import { utf8 } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';
import { type CodeFault, keyOfRecoveryCode } from '../../shared/kernel/recoveryCode';
import { err, ok, type Result } from '../../shared/kernel/result';
import { waitAfter } from '../access/waiting';
import { type DataKeys, dataKeyOf } from './dataKeys';
import type { EncasedFile } from './encased';
import type { KeychainFound } from './keychain';
import { readKeyFile, type SealedKey, textOf } from './keyFile';
import { KeyRing } from './keyRing';
import type { Stretch } from './stretched';
import { keychainWrapper, newPassphrase, passphraseKey, passphraseWrapper, type Wrapper } from './wrappers';

export interface VaultPorts {
  /** `data.key` of the program's data folder. */
  readonly file: string;
  readonly found: KeychainFound;
  readonly stretch: Stretch;
  readonly random: Random;
  /** Milliseconds since some fixed moment, by a clock nobody can set. */
  readonly monotonic: () => number;
  /** What lies encased in the black box. */
  readonly encased: () => Promise<readonly EncasedFile[]>;
}

export type PassphraseFault = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly milliseconds: number };

export type RecoveryFault = CodeFault | { readonly kind: 'other-machine' };

/**
 * Keeps this machine's data keys, and opens them: by itself where there is a keychain, with the person's passphrase where
 * there is none, with headquarters' recovery code where neither helps. No key and no entry is ever thrown away.
 */
export class Vault {
  /** Resolves once the journal may be opened. */
  readonly keys: Promise<DataKeys>;
  private give: (keys: DataKeys) => void = () => undefined;
  private step: VaultState = { step: 'choose', because: 'first-start' };
  private failures = { count: 0, until: 0 };

  private constructor(
    private readonly ports: VaultPorts,
    private readonly ring: KeyRing,
    private wrapper: Wrapper | null,
  ) {
    this.keys = new Promise((resolve) => {
      this.give = resolve;
    });
  }

  static async open(ports: VaultPorts): Promise<Vault> {
    const read = await readKeyFile(ports.file);
    const { keychain } = ports.found;
    const ring = new KeyRing(ports.file, ports.random, read);
    const vault = new Vault(ports, ring, keychain && keychainWrapper(keychain));
    await vault.begin();
    return vault;
  }

  get state(): VaultState {
    return this.step;
  }

  /** Protects the keys at hand by a passphrase, makes the first one where there is none, and opens. */
  async choosePassphrase(passphrase: string): Promise<VaultState> {
    if (this.step.step !== 'choose') throw new Error('there is no passphrase to choose now');
    const { stretch, random } = this.ports;
    this.wrapper = passphraseWrapper(await newPassphrase(passphrase, stretch, random), random);
    if (this.ring.empty) this.ring.make();
    return this.wrapAndOpen();
  }

  /** After three wrong passphrases each further try waits: 5 s, 10 s, 20 s … 5 min at most. */
  async typePassphrase(passphrase: string): Promise<Result<VaultState, PassphraseFault>> {
    const wrapping = this.ring.wrappingInUse;
    if (this.step.step !== 'passphrase' || wrapping?.by !== 'passphrase')
      throw new Error('there is no passphrase to type now');
    const { monotonic, stretch, random } = this.ports;
    const milliseconds = this.failures.until - monotonic();
    if (milliseconds > 0) return err({ kind: 'wait', milliseconds });
    // Counted before it is checked, so that tries made at the same time do not slip through together
    const count = this.failures.count + 1;
    this.failures = { count, until: monotonic() + waitAfter(count) };
    const wrapper = passphraseWrapper(await passphraseKey(passphrase, wrapping, stretch), random);
    this.ring.take(wrapper);
    if (!this.ring.inUse) return err({ kind: 'wrong' });
    this.wrapper = wrapper;
    return ok(this.openNow());
  }

  /** How many entries lie under keys that are not at hand, and in how many files. */
  async encased(): Promise<{ readonly entries: number; readonly files: number }> {
    const counts = (await this.ports.encased())
      .map((file) => [...file].reduce((sum, [id, count]) => sum + (this.ring.has(id) ? 0 : count), 0))
      .filter((count) => count > 0);
    return { entries: counts.reduce((sum, count) => sum + count, 0), files: counts.length };
  }

  /** `data.key` as it is, or null where there is none. */
  async keyFile(): Promise<Uint8Array | null> {
    const text = await textOf(this.ports.file);
    return text === null ? null : utf8(text);
  }

  /** Takes back the key a code stands for, if it is one this machine waits for. */
  async typeRecoveryCode(code: string): Promise<Result<VaultState, RecoveryFault>> {
    const typed = keyOfRecoveryCode(code);
    if (!typed.ok) return typed;
    const key = dataKeyOf(typed.value);
    if (this.ring.has(key.id)) return ok(this.step);
    const files = await this.ports.encased();
    if (!this.ring.awaits(key.id) && !files.some((file) => file.has(key.id))) return err({ kind: 'other-machine' });
    this.ring.recover(key, entriesUnder(files, key.id));
    if (this.step.step === 'choose') return ok(this.step);
    return ok(this.ring.inUse ? await this.wrapAndOpen() : this.step);
  }

  /** Makes a new key; the others stay in the file, and what lies under them where it is. */
  async goOnWithoutOldKeys(): Promise<VaultState> {
    if (this.step.step !== 'recovery' && this.step.step !== 'passphrase') throw new Error('no key is missing now');
    const files = await this.ports.encased();
    this.ring.replace((id) => entriesUnder(files, id));
    return this.wrapAndOpen();
  }

  /** Seals every key at hand to these recovery keys, unless it is already; once open. */
  async learn(recoveryKeys: readonly string[]): Promise<void> {
    if (this.wrapper && this.ring.learn(recoveryKeys)) await this.ring.write(this.wrapper);
  }

  /** This machine's keys, the lost ones too, as headquarters can open them: they may leave it. */
  get sealedKeys(): readonly SealedKey[] {
    return this.ring.sealed;
  }

  /** How the keys are kept, and what became of those that were lost. */
  get security() {
    return {
      how: this.ring.wrappingInUse?.by ?? 'keychain',
      backend: this.ports.found.backend,
      changes: this.ring.changes,
    } as const;
  }

  private async begin(): Promise<void> {
    const { found, encased } = this.ports;
    if (this.wrapper) this.ring.take(this.wrapper);
    if (this.ring.inUse) {
      this.openNow();
    } else if (this.ring.damaged) {
      this.step = { step: 'recovery', because: 'key-file-damaged' };
    } else if (!this.ring.empty) {
      const because = found.keychain ? 'keychain-refuses' : 'keychain-absent';
      this.step = this.ring.wrappingInUse?.by === 'passphrase' ? { step: 'passphrase' } : { step: 'recovery', because };
    } else if ((await encased()).length > 0) {
      this.step = { step: 'recovery', because: 'key-file-absent' };
    } else if (this.wrapper) {
      this.ring.make();
      await this.wrapAndOpen();
    }
  }

  private async wrapAndOpen(): Promise<VaultState> {
    if (!this.wrapper) {
      this.step = { step: 'choose', because: 'keys-changed' };
      return this.step;
    }
    await this.ring.write(this.wrapper);
    return this.openNow();
  }

  private openNow(): VaultState {
    this.give(this.ring.dataKeys());
    this.step = { step: 'open' };
    return this.step;
  }
}

function entriesUnder(files: readonly EncasedFile[], id: string): number {
  return files.reduce((sum, file) => sum + (file.get(id) ?? 0), 0);
}
