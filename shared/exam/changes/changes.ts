import { canonical } from '../../kernel/canonical';
import type { EntryId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { heads, type Register } from '../../kernel/register';
import { centreHour, type Statement } from '../../kernel/statement';
import { writesOf } from '../apply';
import { type Aspect, type CentreState, fact, type Values } from '../state';

const watched = ['registrations', 'seats', 'sittings', 'papers', 'rooms'] as const;
type Watched = (typeof watched)[number];

interface Told<A extends Watched> {
  readonly aspect: A;
  /** The day of a seat; `session` for everything else. */
  readonly scope: string;
  /** The candidate, sitting, paper or room. */
  readonly key: string;
  /** What stood before; null when nothing did. */
  readonly before: Values[A] | null;
  /** What this entry says; null: removed. */
  readonly after: Values[A] | null;
}

/** One thing that an entry changed: what it was, and what it is since. */
export type Change = { readonly [A in Watched]: Told<A> }[Watched] & {
  /** Something said later stands in its place. */
  readonly replaced: boolean;
};

/** What one entry from elsewhere changed, once the centre was at work. */
export interface Changed {
  readonly entry: EntryId;
  readonly at: Instant;
  /** As its entry names it. */
  readonly role: string;
  readonly changes: readonly Change[];
  /** A head has taken note of it. */
  readonly seen: boolean;
}

/**
 * What others changed once the centre was at work, which is since the first access was given there: candidates, seats,
 * sittings, papers and rooms that are new, say something else or are gone. The latest first, in the same order on every
 * machine. What was taken back is left out.
 * @param fromElsewhere whether this machine did not write the entry itself
 */
export function changesOf(
  state: CentreState,
  statements: readonly Statement[],
  fromElsewhere: (statement: Statement) => boolean,
): readonly Changed[] {
  const begun = firstAccess(statements);
  if (!begun) return [];
  return statements
    .filter(
      (each) => kinds.has(each.kind) && after(each, begun) && !state.withdrawn.has(each.id) && fromElsewhere(each),
    )
    .sort((a, b) => (after(a, b) ? -1 : 1))
    .flatMap((each) => {
      const changes = changesIn(state, each);
      if (changes.length === 0) return [];
      const seen = fact(state, 'changesSeen', 'session', each.id) !== null;
      return { entry: each.id, at: centreHour(each.at), role: each.by.role, changes, seen };
    });
}

const kinds: ReadonlySet<string> = new Set([
  'candidates.published',
  'candidates.struckOff',
  'seats.assigned',
  'sittings.published',
  'sitting.removed',
  'papers.published',
  'paper.removed',
  'rooms.published',
  'room.removed',
]);

/** The same changes as before while nothing that is watched was said since. */
function changesIn(state: CentreState, statement: Statement): readonly Change[] {
  const sources = [...watched.map((aspect) => state.shelves.get<Aspect>(aspect)), state.withdrawn];
  const known = answers.get(statement);
  if (known?.sources.every((source, at) => source === sources[at])) return known.changes;
  const changes = foundIn(state, statement);
  answers.set(statement, { sources, changes });
  return changes;
}

const answers = new WeakMap<Statement, { readonly sources: readonly unknown[]; readonly changes: readonly Change[] }>();

function foundIn(state: CentreState, { id, ...said }: Statement): readonly Change[] {
  const found: Change[] = [];
  for (const { aspect, scope, key } of writesOf({ ...said, id }) ?? []) {
    const change = isWatched(aspect) ? changeOf(state, aspect, scope, key, id) : null;
    if (change) found.push(change);
  }
  return found;
}

function changeOf(state: CentreState, aspect: Watched, scope: string, key: string, id: EntryId): Change | null {
  switch (aspect) {
    case 'registrations':
      return told(state, { aspect, scope, key }, id);
    case 'seats':
      return told(state, { aspect, scope, key }, id);
    case 'sittings':
      return told(state, { aspect, scope, key }, id);
    case 'papers':
      return told(state, { aspect, scope, key }, id);
    case 'rooms':
      return told(state, { aspect, scope, key }, id);
  }
}

/** What an entry says of one subject against what it superseded; null when that is the same. */
function told<A extends Watched>(
  { shelves, withdrawn }: CentreState,
  at: Pick<Told<A>, 'aspect' | 'scope' | 'key'>,
  id: EntryId,
): (Told<A> & { readonly replaced: boolean }) | null {
  const register: Register<Values[A]> = shelves.get<A>(at.aspect)?.get(at.scope)?.get(at.key) ?? [];
  const written = register.find((each) => each.id === id);
  if (!written) return null;
  const superseded = register.filter((each) => written.supersedes.includes(each.id));
  const before = superseded.length === 0 ? null : (superseded[0]?.value ?? null);
  const after = written.value ?? null;
  if (superseded.length > 0 && superseded.every(({ value }) => canonical(value) === canonical(after))) return null;
  if (superseded.length === 0 && after === null) return null;
  const replaced = !heads<Values[A]>(register, withdrawn).some((each) => each.id === id);
  return { ...at, before, after, replaced };
}

function isWatched(aspect: string): aspect is Watched {
  return watched.some((each) => each === aspect);
}

function firstAccess(statements: readonly Statement[]): Statement | null {
  let first: Statement | null = null;
  for (const each of statements) {
    if (each.kind === 'access.granted' && (first === null || after(first, each))) first = each;
  }
  return first;
}

/** Whether one statement comes after another in the order in which people read them. */
function after(one: Statement, other: Statement): boolean {
  const [time, count] = one.at.logical;
  const [otherTime, otherCount] = other.at.logical;
  return time !== otherTime ? time > otherTime : count !== otherCount ? count > otherCount : one.id > other.id;
}
