import type { Command, CommandOf } from '../../../shared/exam/catalogue';
import { decide, supposing } from '../../../shared/exam/decide';
import type { Refusal } from '../../../shared/exam/refusal';
import { closingOf } from '../../../shared/exam/scripts/reported';
import type { CentreState } from '../../../shared/exam/state';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/instant';
import type { Actor } from '../../../shared/kernel/statement';

/**
 * The command that seals a room's report together with the rules set aside for it: the report states them too, so its
 * hash is that of what will be known once they are said. Null when the sitting is unknown.
 */
export function sealingOf(
  state: CentreState,
  here: { readonly sitting: SittingId; readonly room: RoomId },
  at: Instant,
  actor: Actor,
  frontier: CommandOf<'report.closed'>['data']['frontier'],
  asides: readonly Command[] = [],
): CommandOf<'report.closed'> | null {
  return closingOf(supposing(asides, state, actor, at), here.sitting, here.room, at, frontier);
}

/**
 * The rules that stand between a room and its sealed report, each met once those before it are set aside; the last one
 * may be a rule that nobody sets aside.
 */
export function rulesBeforeSeal(
  state: CentreState,
  here: { readonly sitting: SittingId; readonly room: RoomId },
  at: Instant,
  actor: Actor,
): readonly Refusal[] {
  const rules: Refusal[] = [];
  for (;;) {
    const asides = rules.map(
      ({ rule }): Command => ({ kind: 'rule.overridden', about: { rule, ...here }, data: { reason: '…' } }),
    );
    const sealing = sealingOf(state, here, at, actor, [], asides);
    const decided = sealing && decide([...asides, sealing], state, actor, at);
    if (!decided || decided.ok) return rules;
    rules.push(decided.error);
    if (!decided.error.overridableBy.includes(actor.role)) return rules;
  }
}
