import type { Instant } from '../kernel/instant';
import type { Actor } from '../kernel/statement';
import type { CommandOf, EntryKind } from './catalogue';
import type { Refusal } from './refusal';
import type { CentreState } from './state';

/** What a guard may look at: the state as the writer sees it, who they are and the time. */
export interface Occasion {
  readonly state: CentreState;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Says why a command may not be carried out, or null when it may. Pure; one per kind. */
export type Guard<K extends EntryKind> = (command: CommandOf<K>, occasion: Occasion) => Refusal | null;

export type Guards<K extends EntryKind> = { readonly [P in K]: Guard<P> };
