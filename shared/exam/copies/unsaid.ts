import type { Instant } from '../../kernel/instant';
import type { Command } from '../catalogue';
import { type CentreState, fact } from '../state';

/** A copy that a machine took back. */
export interface TakenBack {
  readonly madeAt: Instant;
  readonly from: string;
  readonly entries: number;
  readonly added: number;
}

/** What the journal does not say yet of the copies that a machine took back. */
export function unsaidRestorations(
  device: string,
  taken: readonly TakenBack[],
  state: CentreState,
): readonly Command[] {
  return taken
    .filter(({ madeAt }) => !fact(state, 'copiesRestored', 'session', `${device}|${madeAt}`))
    .map(({ madeAt, ...data }) => ({ kind: 'safeCopy.restored', about: { device, madeAt }, data }));
}
