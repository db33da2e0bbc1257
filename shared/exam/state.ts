import type { EntryId } from '../kernel/ids';
import { type Reading, read } from '../kernel/register';
import type { Shelf } from '../kernel/shelf';
import type { Channel } from '../kernel/statement';
import { careful } from './careful';
import type { Aspect, Values } from './values';

export type { Aspect, Values } from './values';

/** The shelves by aspect; one that nobody wrote to yet is absent. */
export interface Shelves {
  get<A extends Aspect>(aspect: A): Shelf<Values[A]> | undefined;
  keys(): Iterable<Aspect>;
}

/** An entry taken back, by which entry and why. */
export interface Withdrawal {
  readonly by: EntryId;
  readonly reason: string;
}

/** Somebody's word that an entry is taken back, while the entry itself is not here or cannot be read. */
export interface Claim extends Withdrawal {
  readonly role: string;
  /** Where it was said; null for one that is not said yet. */
  readonly channel: Channel | null;
}

/** All that is known of a session: a pure fold of entries, the same for any order and any repetition of them. */
export interface CentreState {
  readonly shelves: Shelves;
  readonly withdrawn: ReadonlyMap<EntryId, Withdrawal>;
  /** What waits for the entry that it takes back, by that entry and in order of its own id: judged once it is here. */
  readonly claims: ReadonlyMap<EntryId, readonly Claim[]>;
  /** Entries of kinds, versions, roles or channels this program does not know: kept, counted and shown as such. */
  readonly unread: ReadonlySet<EntryId>;
}

export const emptyState: CentreState = {
  shelves: new Map(),
  withdrawn: new Map(),
  claims: new Map(),
  unread: new Set(),
};

/** What is said of one subject: unknown, known, corroborated or contested. */
export function reading<A extends Aspect>(
  state: CentreState,
  aspect: A,
  scope: string,
  key: string,
): Reading<Values[A]> {
  return read(state.shelves.get(aspect)?.get(scope)?.get(key), state.withdrawn);
}

/**
 * What the day goes on by: the settled value; of what is contested the careful version (`careful`), or null where none of
 * them may stand in. Whoever shows it shows beside it that it is contested (`contestsOf`).
 */
export function fact<A extends Aspect>(state: CentreState, aspect: A, scope: string, key: string): Values[A] | null {
  const said = reading(state, aspect, scope, key);
  if (said.kind === 'unknown') return null;
  if (said.kind !== 'contested') return said.value;
  return careful(
    aspect,
    said.versions.map(({ value }) => value),
  );
}

/** What the day goes on by in a scope, by key; what is unknown, what was removed and what only a head can settle is left out. */
export function facts<A extends Aspect>(
  state: CentreState,
  aspect: A,
  scope: string,
): ReadonlyMap<string, NonNullable<Values[A]>> {
  const found = new Map<string, NonNullable<Values[A]>>();
  for (const key of state.shelves.get(aspect)?.get(scope)?.keys() ?? []) {
    const value = fact(state, aspect, scope, key);
    if (value !== null && value !== undefined) found.set(key, value);
  }
  return found;
}
