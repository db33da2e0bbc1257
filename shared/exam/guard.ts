import type { Instant } from '../kernel/instant';
import type { Actor } from '../kernel/statement';
import type { Command, CommandOf, EntryKind } from './catalogue';
import type { Refusal } from './refusal';
import type { CentreState } from './state';

/** What a guard may look at: the state as the writer sees it, who they are and the time. */
export interface Occasion {
  /** What is true once the earlier commands of the batch are. */
  readonly state: CentreState;
  readonly actor: Actor;
  readonly now: Instant;
  /** All the commands that stand or fall together. */
  readonly batch: readonly Command[];
}

/** Says why a command may not be carried out, or null when it may. Pure; one per kind. */
export type Guard<K extends EntryKind> = (command: CommandOf<K>, occasion: Occasion) => Refusal | null;

export type Guards<K extends EntryKind> = { readonly [P in K]: Guard<P> };

/** What one condition found: nothing, or why not. */
export type Check = () => Refusal | null;

/** The first refusal that the batch does not set aside; conditions after it are not looked at. */
export function firstRefusal(occasion: Occasion, ...checks: readonly Check[]): Refusal | null {
  for (const check of checks) {
    const refused = check();
    if (refused && !isSetAside(refused, occasion)) return refused;
  }
  return null;
}

/** A rule is set aside when the batch says so (`rule.overridden`) and the actor's role is entitled to. */
function isSetAside(refused: Refusal, { batch, actor }: Occasion): boolean {
  if (!refused.overridableBy.includes(actor.role)) return false;
  return batch.some((each) => each.kind === 'rule.overridden' && each.about.rule === refused.rule);
}
