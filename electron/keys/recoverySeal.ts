import { createPrivateKey } from 'node:crypto';
import { openSealed, type SealedSecret, sealedSecret, sealFor } from '../../node/sealedTo';
import { newPair, pairOf } from '../../node/x25519';
import type { Random } from '../../shared/kernel/ports';

/** A data key sealed to one of headquarters' recovery keys. */
export const recoverySeal = sealedSecret;
export type RecoverySeal = SealedSecret;

const ofKey = (id: string) => ({ purpose: 'cachet-recovery/1', name: id });

/** Seals a data key to a recovery key; null when that is no key anything can be sealed to. */
export function sealTo(to: string, id: string, secret: Uint8Array, random: Random): RecoverySeal | null {
  return sealFor(ofKey(id), to, secret, random);
}

/** Opens a seal with headquarters' private key (PEM); null when it is sealed to another, or altered. */
export function openSeal(seal: RecoverySeal, id: string, privatePem: string): Uint8Array | null {
  return openSealed(ofKey(id), seal, pairOf(createPrivateKey(privatePem)));
}

/** The public half of headquarters' private key (PEM), as the dossier de centre has it; null when it is no such key. */
export function publicHalfOf(privatePem: string): string | null {
  try {
    const privateKey = createPrivateKey(privatePem);
    return privateKey.asymmetricKeyType === 'x25519' ? pairOf(privateKey).publicKey : null;
  } catch {
    return null; // no private key at all, or one behind a password
  }
}

/** A new recovery key: the private half as PEM, the public half as the dossier de centre takes it. */
export function newRecoveryKey(): { readonly privatePem: string; readonly publicKey: string } {
  const { privateKey, publicKey } = newPair();
  return { privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), publicKey };
}
