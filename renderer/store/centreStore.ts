import { createStore, type StoreApi } from 'zustand/vanilla';
import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { decide, rulesInTheWay } from '../../shared/exam/decide';
import type { Refusal } from '../../shared/exam/refusal';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { toHex } from '../../shared/kernel/bytes';
import { type EntryId, entryId } from '../../shared/kernel/ids';
import type { NoGrant } from '../../shared/kernel/noGrant';
import type { Clock, Random } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import {
  type Actor,
  type Draft,
  dataForAll,
  draft as draftSchema,
  type Statement,
} from '../../shared/kernel/statement';

/** Why nothing was saved although the rules allow it: the machine is locked, or the medium refused. */
export type WriteFault =
  | { readonly kind: 'locked' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'no-grant'; readonly why: NoGrant }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'disk-short' }
  | { readonly kind: 'no-recipient' }
  | { readonly kind: 'storage'; readonly reason: 'full' | 'read-only' | 'closed' | 'failed' };

export type NotSaid = { readonly kind: 'refused'; readonly refusal: Refusal } | WriteFault;

/** The way to the journal: resolves once the drafts are kept twice (file and database), as the entries they became. */
export interface Inscriber {
  inscribe(drafts: readonly Draft[]): Promise<Result<readonly Statement[], WriteFault>>;
}

export interface CentreStore {
  /** What the screens show: what is saved, and on top of it what is being saved. */
  readonly state: CentreState;
  /** Every statement that is saved, in order of arrival: the main courante. */
  readonly statements: readonly Statement[];
  /** Those among them that were not their device's to write: kept and shown in their place, and not believed. */
  readonly aside: ReadonlySet<EntryId>;
  /** Gestures on their way to the disk. */
  readonly saving: number;
  readonly actor: Actor | null;
}

export interface CentreDesk {
  readonly store: StoreApi<CentreStore>;
  /**
   * Shows the commands at once, saves them, and says what became of them. Commands of one call stand or fall together.
   * The same ones said again while they wait for the disk, as by a double click, are the same gesture.
   */
  say(...commands: readonly Command[]): Promise<Result<readonly Statement[], NotSaid>>;
  /** What `say` would answer, without saying it: why a button is greyed. */
  refusalOf(command: Command): Refusal | null;
  /** Every rule that stands in a command's way, each met once those before it are set aside. */
  rulesInTheWay(command: Command): readonly Refusal[];
  /** Takes in saved statements read from the journal. */
  receive(statements: readonly Statement[]): void;
  /** Which saved statements are not believed from now on, wherever they stand: those that are no longer named are. */
  disbelieve(aside: ReadonlySet<EntryId>): void;
  /** Who acts from now on; null locks the desk. */
  act(actor: Actor | null): void;
}

interface Pending {
  /** What was asked for, and by whom. */
  readonly asked: string;
  readonly statements: readonly Statement[];
}

type Said = Result<readonly Statement[], NotSaid>;

/** Passing names of statements that were saved meanwhile, with the ids they got. */
type Renamed = ReadonlyMap<string, EntryId>;

/** A statement that was closed to this machine and is not any more stands where it stood. */
function withThese(known: readonly Statement[], news: readonly Statement[]): readonly Statement[] {
  if (!known.some(({ closed, about }) => closed && about === null)) return [...known, ...news];
  const opened = new Map(news.map((each) => [each.id, each]));
  const kept = known.map((each) => (each.closed ? (taken(opened, each.id) ?? each) : each));
  return [...kept, ...opened.values()];
}

function taken(from: Map<EntryId, Statement>, id: EntryId): Statement | null {
  const found = from.get(id) ?? null;
  from.delete(id);
  return found;
}

/** The draft with every passing name replaced: what it refers to was saved before it, one gesture after the other. */
function rename(draft: Draft, renamed: Renamed): Draft {
  const text = JSON.stringify(draft);
  const named = text.replaceAll(/[0-9a-f]{64}/g, (id) => renamed.get(id) ?? id);
  return named === text ? draft : draftSchema.parse(JSON.parse(named));
}

export interface DeskPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: string;
  readonly inscriber: Inscriber;
}

/** What is saved already: statements, in order of arrival, and the state they make. */
export type Saved = Pick<CentreStore, 'state' | 'statements'>;

/** One writer, one state: the desk's store over the journal. */
export function openDesk(ports: DeskPorts, read: Saved = { state: emptyState, statements: [] }): CentreDesk {
  const store = createStore<CentreStore>(() => ({ ...read, aside: new Set(), saving: 0, actor: null }));
  let saved = read.state;
  let pending: readonly Pending[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  /** What becomes of the last of those pending. */
  let latest: Promise<Said> = Promise.resolve(ok([]));
  const renamed = new Map<string, EntryId>();

  function show(change: Partial<CentreStore>): void {
    const state = pending.reduce((shown, each) => apply(shown, each.statements), saved);
    store.setState({ ...change, state, saving: pending.length });
  }

  function receive(statements: readonly Statement[]): void {
    const { aside } = store.getState();
    saved = apply(saved, aside.size === 0 ? statements : statements.filter(({ id }) => !aside.has(id)));
    show({ statements: withThese(store.getState().statements, statements) });
  }

  function disbelieve(aside: ReadonlySet<EntryId>): void {
    const { statements, aside: before } = store.getState();
    if (before.size === aside.size && [...before].every((id) => aside.has(id))) return;
    if (statements.some(({ id }) => before.has(id) !== aside.has(id)))
      saved = apply(
        emptyState,
        statements.filter(({ id }) => !aside.has(id)),
      );
    show({ aside });
  }

  /** The statement a draft will become, under a passing name: shown until the saved one takes its place. */
  function passing(draft: Draft, actor: Actor): Statement {
    const now = ports.clock.now();
    const at = { wall: now, logical: [now, 0] satisfies [number, number], zone: ports.zone, offset: null };
    return { ...draft, data: dataForAll(draft), id: entryId.of(toHex(ports.random.bytes(32))), at, by: actor };
  }

  async function say(...commands: readonly Command[]): Promise<Said> {
    const { actor, state } = store.getState();
    if (!actor) return err({ kind: 'locked' });
    const asked = JSON.stringify([actor, commands]);
    if (pending.at(-1)?.asked === asked) return latest;
    const decided = decide(commands, state, actor, ports.clock.now());
    if (!decided.ok) return err({ kind: 'refused', refusal: decided.error });
    latest = save({ asked, statements: decided.value.map((draft) => passing(draft, actor)) }, decided.value);
    return latest;
  }

  async function save(waiting: Pending, drafts: readonly Draft[]): Promise<Said> {
    pending = [...pending, waiting];
    show({});
    const written = await inTurn(() => ports.inscriber.inscribe(drafts.map((each) => rename(each, renamed))));
    pending = pending.filter((each) => each !== waiting);
    if (!written.ok) {
      show({});
      return err(written.error);
    }
    waiting.statements.forEach((each, at) => {
      const saved = written.value[at];
      if (saved) renamed.set(each.id, saved.id);
    });
    receive(written.value);
    return ok(written.value);
  }

  /** One gesture is saved after the other, so that a quick second tap supersedes the first and not its passing name. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work);
    queue = turn;
    return turn;
  }

  return {
    store,
    say,
    receive,
    disbelieve,
    rulesInTheWay(command) {
      const { actor, state } = store.getState();
      return actor ? rulesInTheWay(command, state, actor, ports.clock.now()) : [];
    },
    refusalOf(command) {
      const { actor, state } = store.getState();
      if (!actor) return null;
      const decided = decide([command], state, actor, ports.clock.now());
      return decided.ok ? null : decided.error;
    },
    act: (actor) => store.setState({ actor }),
  };
}
