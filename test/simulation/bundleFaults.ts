import type { SealedEntry } from '../../shared/journal/entry';
import type { Chance } from './chance';

/** How a bundle arrives: as it was made, or as a bad key or a clumsy hand leaves it. */
export type Handed = 'whole' | 'repeated' | 'shuffled' | 'holed' | 'cut' | 'tampered';

export function bundleFault(bundle: readonly SealedEntry[], how: Handed, chance: Chance): readonly SealedEntry[] {
  if (bundle.length === 0) return bundle;
  const at = chance.below(bundle.length);
  if (how === 'repeated') return [...bundle, ...bundle];
  if (how === 'shuffled') return chance.shuffled(bundle);
  if (how === 'holed') return bundle.filter((_, index) => index !== at);
  if (how === 'cut') return bundle.slice(0, at);
  if (how === 'tampered') return bundle.map((sealed, index) => (index === at ? flipped(sealed, chance) : sealed));
  return bundle;
}

function flipped({ bytes, signature }: SealedEntry, chance: Chance): SealedEntry {
  const at = chance.below(bytes.length);
  return { bytes: bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte)), signature };
}
