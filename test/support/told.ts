import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { entryId, personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import type { Role } from '../../shared/kernel/role';
import type { Actor, Statement } from '../../shared/kernel/statement';

let said = 0;

/** The state once these commands were decided and written by somebody of this role. Throws when one is refused. */
export function told(
  commands: readonly Command[],
  state: CentreState = emptyState,
  role: Role = 'centreHead',
): CentreState {
  return commands.reduce((before, command) => {
    const by: Actor = { person: personId.of('P001'), role, unlocked: 'pin' };
    const now = instant.of(1_800_000_000_000 + said * 1000);
    const statements = unwrap(decide([command], before, by, now)).map((draft): Statement => {
      said += 1;
      const id = entryId.of(said.toString(16).padStart(64, '0'));
      return { ...draft, id, by, at: { wall: now, logical: [now, 0], zone: 'Europe/Paris', offset: null } };
    });
    return apply(before, statements);
  }, state);
}
