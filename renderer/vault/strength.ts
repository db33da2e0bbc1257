import { PASSPHRASE_LENGTH, PASSPHRASE_VARIETY } from '../../shared/bridge/vault';

/** How well a passphrase protects. `missing`: characters it is too short by. The first three are not taken. */
export interface Strength {
  readonly kind: 'empty' | 'short' | 'monotonous' | 'fair' | 'good' | 'strong';
  readonly missing: number;
}

/** Judged by length and variety alone: no list of words is carried along, and no promise is made of what it knows. */
export function strengthOf(passphrase: string): Strength {
  const length = passphrase.length;
  const words = new Set(passphrase.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)).size;
  const different = new Set(passphrase).size;
  if (length === 0) return { kind: 'empty', missing: PASSPHRASE_LENGTH };
  if (length < PASSPHRASE_LENGTH) return { kind: 'short', missing: PASSPHRASE_LENGTH - length };
  if (different < PASSPHRASE_VARIETY) return { kind: 'monotonous', missing: 0 };
  if (length >= 24 && words >= 4 && different >= 10) return { kind: 'strong', missing: 0 };
  if (length >= 18 && different >= 9) return { kind: 'good', missing: 0 };
  return { kind: 'fair', missing: 0 };
}

export function isTaken({ kind }: Strength): boolean {
  return kind === 'fair' || kind === 'good' || kind === 'strong';
}
