import { sessionKinds } from '../exam/session/kinds';
import type { Statement } from '../kernel/statement';

/** The recovery keys that a statement brings: headquarters' public keys, which every machine seals its data keys to. */
export function recoveryKeysOf({ kind, about, data, id }: Statement): readonly string[] {
  if (kind !== 'session.published') return [];
  const [fact] = sessionKinds['session.published'].facts(about, data, id) ?? [];
  return (fact?.value.recoveryKeys ?? []).map(({ publicKey }) => publicKey);
}
