import { hkdfSync } from 'node:crypto';
import { pairOfSecret } from '../../node/x25519';
import type { Random } from '../../shared/kernel/ports';
import { COPY_CODE, type CodeFault, keyOfRecoveryCode, recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { ok, type Result } from '../../shared/kernel/result';
import { publicHalfOf } from '../keys/recoverySeal';

/**
 * The key pair that a code de secours stands for: an X25519 key, derived by HKDF-SHA-256. The code has 136 bits of chance, so
 * that nothing need slow down who guesses. The machine that writes the copies keeps the public half alone: whoever
 * steals it learns no code.
 */
export interface CopyKeyPair {
  readonly privatePem: string;
  /** Raw, base64url. */
  readonly publicKey: string;
}

export function newCopyCode(random: Random): {
  readonly code: string;
  readonly publicKey: string;
} {
  const secret = random.bytes(COPY_CODE.bytes);
  return {
    code: recoveryCodeOf(secret, COPY_CODE),
    publicKey: keyPairOf(secret).publicKey,
  };
}

/** What opens a copy: a key pair that its own key is sealed to, or that key itself, as headquarters read it out. */
export type CopyOpener =
  | { readonly by: 'pair'; readonly pair: CopyKeyPair }
  | { readonly by: 'copy-key'; readonly key: Uint8Array };

/** What a code opens as a person typed it: the seven groups of the sheet, or the thirteen that headquarters give. */
export function openerOfCode(typed: string): Result<CopyOpener, CodeFault> {
  const secret = keyOfRecoveryCode(typed, COPY_CODE);
  if (secret.ok) return ok({ by: 'pair', pair: keyPairOf(secret.value) });
  if (secret.error.kind !== 'length') return secret;
  const key = keyOfRecoveryCode(typed);
  return key.ok ? ok({ by: 'copy-key', key: key.value }) : key;
}

/** What headquarters' private key (PEM) opens; null when it is no recovery key. */
export function openerOfPrivateKey(privatePem: string): CopyOpener | null {
  const publicKey = publicHalfOf(privatePem);
  return publicKey === null ? null : { by: 'pair', pair: { privatePem, publicKey } };
}

function keyPairOf(secret: Uint8Array): CopyKeyPair {
  const { privateKey, publicKey } = pairOfSecret(
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'cachet-copy-code/1', 32)),
  );
  return { privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), publicKey };
}
