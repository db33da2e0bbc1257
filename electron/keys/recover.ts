import { recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { parseKeyFile, type SealedKey } from './keyFile';
import { openSeal } from './recoverySeal';

export interface RecoveredKey {
  readonly id: string;
  /** The key that the machine writes with, or did when this file was taken. */
  readonly inUse: boolean;
  /** The code to read over the telephone; null when the key is not sealed to this private key. */
  readonly code: string | null;
}

/** The codes that headquarters' private key (PEM) finds in a machine's `data.key`; null when that is none. */
export function recoveredKeys(keyFile: string, privatePem: string): readonly RecoveredKey[] | null {
  const found = parseKeyFile(keyFile);
  return found.kind === 'kept' ? openedKeys(found.keys, privatePem) : null;
}

/** The codes of a machine's keys, the one in use first, wherever they were kept. */
export function openedKeys(keys: readonly SealedKey[], privatePem: string): readonly RecoveredKey[] {
  return keys.map(({ id, seals }, at) => {
    const [raw] = seals.flatMap((seal) => openSeal(seal, id, privatePem) ?? []);
    return { id, inUse: at === 0, code: raw ? recoveryCodeOf(raw) : null };
  });
}
