import { z } from 'zod';
import { type EntryId, entryId } from '../kernel/ids';
import { type Shelf, ShelfDraft } from '../kernel/shelf';
import type { Statement } from '../kernel/statement';
import { catalogue, type EntryKind, isEntryKind } from './catalogue';
import { staffKinds } from './staff/kinds';
import type { Aspect, CentreState, Shelves, Values, Withdrawal } from './state';

interface Drafts {
  get<A extends Aspect>(aspect: A): ShelfDraft<Values[A]> | undefined;
  set<A extends Aspect>(aspect: A, draft: ShelfDraft<Values[A]>): void;
}

interface ShelvesInTheMaking extends Shelves {
  set<A extends Aspect>(aspect: A, shelf: Shelf<Values[A]>): void;
}

type WriteOf<A extends Aspect> = {
  readonly [P in A]: { readonly aspect: P; readonly scope: string; readonly key: string; readonly value: Values[P] };
}[A];

const withdrawalAbout = z.object({ entry: entryId.schema });
const withdrawalData = staffKinds['entry.withdrawn'].data;

/**
 * What is true after these statements. Total: never throws and never refuses, whatever the statements say; the same
 * state for any order, repetition or split of the same statements. A closed statement leaves no trace: should this device
 * be let read it later, it comes again with its content.
 */
export function apply(state: CentreState, statements: readonly Statement[]): CentreState {
  const fold = folding(state);
  fold.take(statements);
  return fold.done();
}

/** A fold under way: what it goes through is not shown to anybody, so that nothing is copied between two pieces. */
export interface Folding {
  take(statements: readonly Statement[]): void;
  /** What is true after all that was taken. Nothing may be taken afterwards. */
  done(): CentreState;
}

/** As `apply`, of statements that come in pieces. */
export function folding(state: CentreState): Folding {
  const drafts: Drafts = new Map();
  const touched = new Set<Aspect>();
  let withdrawn: Map<EntryId, Withdrawal> | null = null;
  let unread: Set<EntryId> | null = null;

  function put<A extends Aspect>(said: WriteOf<A>, statement: Statement): void {
    let draft = drafts.get<A>(said.aspect);
    if (!draft) {
      draft = new ShelfDraft<Values[A]>(state.shelves.get<A>(said.aspect));
      drafts.set<A>(said.aspect, draft);
      touched.add(said.aspect);
    }
    const { id, by, supersedes } = statement;
    draft.write(said.scope, said.key, { id, by: by.person, value: said.value, supersedes });
  }

  function take(statement: Statement): void {
    if (statement.closed) return;
    const writes = writesOf(statement);
    if (!writes) {
      unread ??= new Set(state.unread);
      unread.add(statement.id);
      return;
    }
    if (statement.kind === 'entry.withdrawn') {
      const about = withdrawalAbout.parse(statement.about);
      withdrawn ??= new Map(state.withdrawn);
      const known = withdrawn.get(about.entry);
      if (!known || statement.id < known.by) {
        withdrawn.set(about.entry, { by: statement.id, reason: withdrawalData.parse(statement.data).reason });
      }
    }
    for (const said of writes) put(said, statement);
  }

  return {
    take: (statements) => statements.forEach(take),
    done: () => ({
      shelves: touched.size === 0 ? state.shelves : shelvesAfter(state, drafts, touched),
      withdrawn: withdrawn ?? state.withdrawn,
      unread: unread ?? state.unread,
    }),
  };
}

/** The registers a statement writes, or null when its kind, version or content is not one this program knows. */
export function writesOf(statement: Pick<Statement, 'kind' | 'version' | 'about' | 'data' | 'id'>) {
  if (!isEntryKind(statement.kind)) return null;
  const kind: EntryKind = statement.kind;
  return catalogue[kind].facts(statement.version, statement, statement.id);
}

function shelvesAfter(state: CentreState, drafts: Drafts, touched: ReadonlySet<Aspect>): Shelves {
  const shelves: ShelvesInTheMaking = new Map();
  const copy = <A extends Aspect>(aspect: A) => {
    const shelf = drafts.get<A>(aspect)?.done() ?? state.shelves.get<A>(aspect);
    if (shelf) shelves.set<A>(aspect, shelf);
  };
  for (const aspect of new Set([...state.shelves.keys(), ...touched])) copy(aspect);
  return shelves;
}
