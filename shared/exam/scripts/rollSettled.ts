import { type Refusal, refusal } from '../refusal';
import type { RollLine } from '../rooms/roll';
import { contestedIn, tallyOf } from '../rooms/tally';

/** registered = present + absent, so that nobody is unmarked and nobody told in two ways. */
export function rollSettled(lines: readonly RollLine[]): Refusal | null {
  const { contested, unmarked } = tallyOf(lines);
  if (contested > 0) return refusal('R-109', { kind: 'contested', candidates: contestedIn(lines) });
  return unmarked > 0 ? refusal('R-109', { kind: 'roll-incomplete', missing: unmarked }) : null;
}
