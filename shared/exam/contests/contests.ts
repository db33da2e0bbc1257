import { canonical } from '../../kernel/canonical';
import type { EntryId, PersonId } from '../../kernel/ids';
import { heads, type Register, read, type Withdrawn, type Written } from '../../kernel/register';
import type { Aspect, CentreState, Values } from '../state';
import { aspects, handling } from './handling';

/** An entry that says something, and who wrote it. */
export interface Word {
  readonly entry: EntryId;
  readonly by: PersonId;
}

/** One thing that is said of a contested fact, by an entry and by those that corroborate it, in order of id. */
export interface Version<V> {
  readonly value: V;
  readonly words: readonly Word[];
}

/** A fact that was said in several ways by people who did not know of each other; none of them wins by itself. */
export interface Contest {
  readonly aspect: Aspect;
  /** A sitting, a day or the session. */
  readonly scope: string;
  readonly key: string;
  readonly versions: readonly Version<Values[Aspect]>[];
}

/** Every fact that awaits somebody who settles it, in the order of `handling`, then of scope and key. */
export function contestsOf(state: CentreState): readonly Contest[] {
  const known = answers.get(state);
  if (known) return known;
  const found = inOrder.flatMap((aspect) => ofAspect(state, aspect));
  answers.set(state, found);
  return found;
}

/** The entries that stand side by side in a contest, in order of id. */
export function entriesOf({ versions }: Contest): readonly EntryId[] {
  return versions.flatMap(({ words }) => words.map(({ entry }) => entry)).sort();
}

/** A decision that settled this fact before: which entry, why, and what it took the place of. */
export interface Settlement {
  readonly entry: EntryId;
  readonly reason: string;
  readonly versions: readonly EntryId[];
}

/** The decision an entry is, or null for what was observed. */
export function settlementBy(state: CentreState, entry: EntryId): Settlement | null {
  const value = state.shelves.get('settlements')?.get('session')?.get(entry)?.[0]?.value;
  return value ? { entry, reason: value.reason, versions: value.versions } : null;
}

/**
 * Whether a fact was settled before and is open again: `late`, because a version came in later; `decisions`, because
 * two heads decided differently; null where nobody settled it yet.
 */
export function reopenedBy(state: CentreState, contest: Contest): 'late' | 'decisions' | null {
  const decided = contest.versions.filter(({ words }) =>
    words.some(({ entry }) => settlementBy(state, entry) !== null),
  );
  if (decided.length === 0) return null;
  return decided.length === contest.versions.length ? 'decisions' : 'late';
}

const inOrder = aspects.filter((aspect) => handling[aspect].when === 'contested');

function ofAspect(state: CentreState, aspect: Aspect): readonly Contest[] {
  const found: Contest[] = [];
  for (const [scope, registers] of state.shelves.get<Aspect>(aspect) ?? []) {
    for (const key of contestedKeys(registers, state.withdrawn)) {
      found.push({ aspect, scope, key, versions: versionsOf(state, aspect, scope, key) });
    }
  }
  return found.sort((a, b) => (`${a.scope} ${a.key}` < `${b.scope} ${b.key}` ? -1 : 1));
}

/** What is said of one register, each differing version once, with those that corroborate it. */
export function versionsOf<A extends Aspect>(
  state: CentreState,
  aspect: A,
  scope: string,
  key: string,
): readonly Version<Values[A]>[] {
  const byValue = new Map<string, Written<Values[A]>[]>();
  for (const head of heads(state.shelves.get(aspect)?.get(scope)?.get(key), state.withdrawn)) {
    const text = canonical(head.value);
    byValue.set(text, [...(byValue.get(text) ?? []), head]);
  }
  return [...byValue.values()].flatMap((same) => {
    const [first] = same;
    return first ? { value: first.value, words: same.map(({ id, by }) => ({ entry: id, by })) } : [];
  });
}

function contestedKeys(registers: ReadonlyMap<string, Register<unknown>>, withdrawn: Withdrawn): readonly string[] {
  const known = keysByScope.get(registers);
  if (known?.withdrawn === withdrawn) return known.keys;
  const keys: string[] = [];
  for (const [key, register] of registers) {
    if (register.length > 1 && read(register, withdrawn).kind === 'contested') keys.push(key);
  }
  keysByScope.set(registers, { withdrawn, keys });
  return keys;
}

/** A scope that did not change keeps its answer, and so does a state. */
const keysByScope = new WeakMap<object, { readonly withdrawn: Withdrawn; readonly keys: readonly string[] }>();
const answers = new WeakMap<CentreState, readonly Contest[]>();
