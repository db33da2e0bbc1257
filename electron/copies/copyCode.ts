import { hkdfSync } from 'node:crypto';
import type { Random } from '../../shared/kernel/ports';
import { COPY_CODE, type CodeFault, keyOfRecoveryCode, recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { ok, type Result } from '../../shared/kernel/result';
import { pairOfSecret } from '../keys/x25519';

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

/** The key pair of a code as a person typed it. */
export function keyPairOfCode(typed: string): Result<CopyKeyPair, CodeFault> {
  const secret = keyOfRecoveryCode(typed, COPY_CODE);
  return secret.ok ? ok(keyPairOf(secret.value)) : secret;
}

function keyPairOf(secret: Uint8Array): CopyKeyPair {
  const { privateKey, publicKey } = pairOfSecret(
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'cachet-copy-code/1', 32)),
  );
  return { privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), publicKey };
}
