import { sessionKinds } from '../exam/session/kinds';
import type { Statement } from '../kernel/statement';

export function bringsRecoveryKeys(kind: string): boolean {
  return kind === 'session.published';
}

/** The recovery keys that a statement brings: headquarters' public keys, which every machine seals its data keys to. */
export function recoveryKeysOf({ kind, version, about, data, id }: Statement): readonly string[] {
  if (!bringsRecoveryKeys(kind)) return [];
  const [fact] = sessionKinds['session.published'].facts(version, { about, data }, id) ?? [];
  return (fact?.value.recoveryKeys ?? []).map(({ publicKey }) => publicKey);
}
