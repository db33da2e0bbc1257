import { z } from 'zod';
import { type EntryId, entryId } from '../kernel/ids';
import { type Shelf, ShelfDraft } from '../kernel/shelf';
import { channelOf, type Statement } from '../kernel/statement';
import { catalogue, type EntryKind, isEntryKind } from './catalogue';
import { creditOf } from './credit';
import { staffKinds } from './staff/kinds';
import { mayTakeBack } from './staff/takingBack';
import { writtenBy } from './staff/written';
import type { Aspect, CentreState, Claim, Shelves, Values } from './state';

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
 * state for any order, repetition or split of the same statements. What its role may not write changes nothing; an entry
 * is taken back by those whose it is, wherever the two meet. A closed statement leaves no trace, but for what one that
 * is for another machine alone says it is about: should this device be let read it later, it comes again with its content.
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
  const claims = new Map<EntryId, readonly Claim[]>();
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
    if (statement.closed && statement.about === null) return;
    const credit = creditOf(statement);
    if (credit === 'not-entitled') return;
    const writes = credit === 'believed' ? writesOf(statement) : null;
    if (!writes) {
      unread ??= new Set(state.unread);
      unread.add(statement.id);
      return;
    }
    if (statement.kind === 'entry.withdrawn') {
      const { entry } = withdrawalAbout.parse(statement.about);
      claims.set(entry, withClaim(claims.get(entry) ?? state.claims.get(entry) ?? [], claimOf(statement)));
    }
    const awaited = state.claims.get(statement.id);
    if (awaited && !claims.has(statement.id)) claims.set(statement.id, awaited);
    for (const said of writes) put(said, statement);
  }

  return {
    take: (statements) => statements.forEach(take),
    done: () => {
      const shelves = touched.size === 0 ? state.shelves : shelvesAfter(state, drafts, touched);
      return settled({ ...state, shelves, unread: unread ?? state.unread }, claims);
    },
  };
}

function claimOf({ id, by, stream, data }: Statement): Claim {
  const channel = stream ? channelOf(stream) : null;
  return { by: id, reason: withdrawalData.parse(data).reason, role: by.role, channel };
}

/** In order of id, each once. */
function withClaim(claims: readonly Claim[], more: Claim): readonly Claim[] {
  if (claims.some(({ by }) => by === more.by)) return claims;
  return [...claims, more].sort((a, b) => (a.by < b.by ? -1 : 1));
}

/** The state once these claims are judged: each by the entry that it takes back, those whose entry is not here wait. */
function settled(state: CentreState, claims: ReadonlyMap<EntryId, readonly Claim[]>): CentreState {
  if (claims.size === 0) return state;
  const waiting = new Map(state.claims);
  const withdrawn = new Map(state.withdrawn);
  for (const [entry, asked] of claims) {
    const wrote = writtenBy(state, entry);
    if (wrote.length === 0) {
      waiting.set(entry, asked);
      continue;
    }
    waiting.delete(entry);
    const good = asked.find((claim) => mayTakeBack(wrote, claim));
    const known = withdrawn.get(entry);
    if (good && (!known || good.by < known.by)) withdrawn.set(entry, { by: good.by, reason: good.reason });
  }
  return { ...state, claims: waiting, withdrawn };
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
