import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { entryId, personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import type { Statement } from '../../shared/kernel/statement';

let said = 0;

/** What a command becomes in the journal, as somebody who sees this state says it. Throws when it is refused. */
export function statementsOf(command: Command, state: CentreState): Statement[] {
  const now = instant.of(1_800_000_000_000 + said * 1000);
  const by = { person: personId.of('P001'), role: 'centreHead', unlocked: 'pin' } as const;
  return unwrap(decide([command], state, by, now)).map((draft) => {
    said += 1;
    const id = entryId.of(said.toString(16).padStart(64, '0'));
    return { ...draft, id, by, at: { wall: now, logical: [now, 0], zone: 'Europe/Paris', offset: null } };
  });
}

/** The state once these commands were said one after the other. Throws when one is refused. */
export function told(commands: readonly Command[], state: CentreState = emptyState): CentreState {
  return commands.reduce((before, command) => apply(before, statementsOf(command, before)), state);
}
