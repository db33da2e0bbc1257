import type { PersonId } from '../../kernel/ids';

/** Candidates are never left alone: one person cannot fetch help nor go out with somebody. Warned of. */
export function isLone(team: { readonly others: readonly PersonId[] }): boolean {
  return team.others.length === 0;
}
