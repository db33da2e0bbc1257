import { err, ok, type Result } from '../kernel/result';
import type { CompactStatus } from './compactStatus';
import { type CompactFault, readCompactText } from './compactText';
import { type DictatedFault, type DictatedStatus, readDictated } from './dictated';

/** A status that came by another path than the exchange: whole, from the code on the screen, or the few figures read aloud. */
export type ToldStatus =
  | ({ readonly form: 'whole' } & CompactStatus)
  | ({ readonly form: 'dictated' } & DictatedStatus);

export type ToldFault =
  | { readonly form: 'whole'; readonly fault: CompactFault }
  | { readonly form: 'dictated'; readonly fault: DictatedFault };

/** What somebody typed or pasted, in either form. Neither is signed: it is what a person says of their centre. */
export function readTold(typed: string): Result<ToldStatus, ToldFault> {
  if (/^\s*CACHET/i.test(typed)) {
    const whole = readCompactText(typed);
    return whole.ok ? ok({ form: 'whole', ...whole.value }) : err({ form: 'whole', fault: whole.error });
  }
  const dictated = readDictated(typed);
  return dictated.ok ? ok({ form: 'dictated', ...dictated.value }) : err({ form: 'dictated', fault: dictated.error });
}
