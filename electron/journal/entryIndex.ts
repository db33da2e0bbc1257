import type { Entry } from '../../shared/journal/entry';
import type { Frontier, Head } from '../../shared/journal/frontier';
import type { Held } from '../../shared/journal/place';
import type { EntryId, StreamId } from '../../shared/kernel/ids';

/** Where a record lies. */
export interface Whereabouts {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

interface Chain {
  readonly ids: EntryId[];
  readonly where: Whereabouts[];
}

/** What the black box holds and where, without the entries themselves. */
export class EntryIndex implements Held {
  private readonly chains = new Map<StreamId, Chain>();
  private readonly forks = new Map<EntryId, Whereabouts & { readonly seq: number }>();
  private held = 0;

  /** How many entries there are, forks included. */
  get count(): number {
    return this.held;
  }

  frontier(): Frontier {
    const frontier = new Map<StreamId, Head>();
    for (const stream of this.chains.keys()) {
      const head = this.head(stream);
      if (head) frontier.set(stream, head);
    }
    return frontier;
  }

  head(stream: StreamId): Head | null {
    const chain = this.chains.get(stream);
    const id = chain?.ids.at(-1);
    return chain && id ? { seq: chain.ids.length, id } : null;
  }

  at(stream: StreamId, seq: number): EntryId | null {
    return this.chains.get(stream)?.ids[seq - 1] ?? null;
  }

  forked(id: EntryId): boolean {
    return this.forks.has(id);
  }

  has(id: EntryId, stream: StreamId, seq: number): boolean {
    return this.at(stream, seq) === id || this.forked(id);
  }

  /** The entry that this one may follow: in its chain, else among the forks, else the head that it does not fit. */
  before({ stream, seq, prev }: Entry): Head | null {
    if (seq === 1) return null;
    const inChain = this.at(stream, seq - 1);
    if (prev !== null && prev !== inChain && this.forks.get(prev)?.seq === seq - 1) return { seq: seq - 1, id: prev };
    return inChain ? { seq: seq - 1, id: inChain } : this.head(stream);
  }

  whereabouts(stream: StreamId, after: number, limit: number): readonly Whereabouts[] {
    return this.chains.get(stream)?.where.slice(after, after + limit) ?? [];
  }

  forkWhereabouts(): readonly Whereabouts[] {
    return [...this.forks.values()];
  }

  add({ stream, id }: Entry, where: Whereabouts): void {
    const chain = this.chains.get(stream);
    if (chain) {
      chain.ids.push(id);
      chain.where.push(where);
    } else this.chains.set(stream, { ids: [id], where: [where] });
    this.held++;
  }

  addFork({ id, seq }: Entry, where: Whereabouts): void {
    this.forks.set(id, { ...where, seq });
    this.held++;
  }
}
