import { type BeginsAgain, pointOf } from '../../shared/journal/branches';
import type { Claim } from '../../shared/journal/cased';
import type { Entry } from '../../shared/journal/entry';
import type { Frontier, Head } from '../../shared/journal/frontier';
import type { Logical } from '../../shared/journal/hybridClock';
import { deviceOf, type KnownStream } from '../../shared/journal/launch';
import type { Held } from '../../shared/journal/place';
import type { EntryId, StreamId } from '../../shared/kernel/ids';

/** Where a record lies. */
export interface Whereabouts {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** What the index takes in of an entry: `prev` counts for the first of a stream only. */
type Indexed = Pick<Entry, 'stream' | 'id' | 'prev'> & { readonly at: Pick<Entry['at'], 'logical'> };

interface Chain {
  readonly continues: EntryId | null;
  logical: Logical;
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

  get forkCount(): number {
    return this.forks.size;
  }

  frontier(): Frontier {
    return new Map([...this.streams()].map(([stream, { head }]) => [stream, head]));
  }

  streams(): ReadonlyMap<StreamId, KnownStream> {
    const streams = new Map<StreamId, KnownStream>();
    for (const [stream, { continues, logical }] of this.chains) {
      const head = this.head(stream);
      if (head) streams.set(stream, { continues, head, logical });
    }
    return streams;
  }

  /** Of the entries that streams continue, those after which their own stream has gone on too. */
  branchedFrom(): ReadonlySet<EntryId> {
    const continued = new Set([...this.chains.values()].map(({ continues }) => continues));
    return new Set([...this.chains.values()].flatMap(({ ids }) => ids.slice(0, -1).filter((id) => continued.has(id))));
  }

  /** Whether any device wrote twice from one point. */
  branches(beginsAgain: BeginsAgain): boolean {
    const points = [...this.chains].flatMap(([stream, { continues }]) =>
      continues === null && beginsAgain(deviceOf(stream)) ? [] : [pointOf(stream, continues)],
    );
    return this.forks.size > 0 || new Set(points).size < points.length || this.branchedFrom().size > 0;
  }

  head(stream: StreamId): Head | null {
    const chain = this.chains.get(stream);
    const id = chain?.ids.at(-1);
    return chain && id ? { seq: chain.ids.length, id } : null;
  }

  at(stream: StreamId, seq: number): EntryId | null {
    return this.chains.get(stream)?.ids[seq - 1] ?? null;
  }

  /** The claims of the entries that `whereabouts` finds. */
  claimsAfter(stream: StreamId, after: number, limit: number): readonly Claim[] {
    const chain = this.chains.get(stream);
    if (!chain) return [];
    const { continues, ids } = chain;
    return ids.slice(after, after + limit).map((id, at) => {
      const prev = after + at === 0 ? continues : (ids[after + at - 1] ?? null);
      return { stream, seq: after + at + 1, prev, id };
    });
  }

  /** The claims of all entries but the forks. */
  *claims(): Generator<Claim> {
    for (const [stream, { ids }] of this.chains) yield* this.claimsAfter(stream, 0, ids.length);
  }

  forked(id: EntryId): boolean {
    return this.forks.has(id);
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

  add({ stream, id, prev, at: { logical } }: Indexed, where: Whereabouts): void {
    const chain = this.chains.get(stream);
    if (chain) {
      chain.ids.push(id);
      chain.where.push(where);
      chain.logical = logical;
    } else this.chains.set(stream, { continues: prev, logical, ids: [id], where: [where] });
    this.held++;
  }

  addFork({ id, seq }: Pick<Entry, 'id' | 'seq'>, where: Whereabouts): void {
    this.forks.set(id, { ...where, seq });
    this.held++;
  }
}
