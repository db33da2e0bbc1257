import type { Head } from '../journal/frontier';
import type { Journal } from '../journal/journal';
import type { VerifiedEntry } from '../journal/verify';
import type { EntryId, StreamId } from '../kernel/ids';
import type { Tip, Tips } from './tips';

/** What lies behind some entries of one stream: the chain up to a number, and the forks among them. */
export interface Lineage {
  readonly chain: number;
  readonly forks: ReadonlySet<EntryId>;
}

/** One stream as a journal holds it, its chain read as far as a question needs. */
export class HeldStream {
  constructor(
    private readonly journal: Journal,
    readonly stream: StreamId,
    readonly head: Head | null,
    /** Those kept beside the chain, by name. */
    readonly forks: ReadonlyMap<EntryId, VerifiedEntry>,
  ) {}

  /** The ends of its branches. */
  get tips(): readonly Tip[] {
    const continued = new Set([...this.forks.values()].map(({ entry }) => entry.prev));
    const ends = [...this.forks.values()].filter(({ entry }) => !continued.has(entry.id));
    const beside = ends.map(({ entry }): Tip => [entry.seq, entry.id]);
    return this.head ? [[this.head.seq, this.head.id], ...beside] : beside;
  }

  /** An entry of the chain, or null beyond its end. */
  async inChain(seq: number): Promise<VerifiedEntry | null> {
    if (!this.head || seq < 1 || seq > this.head.seq) return null;
    const [entry] = await this.journal.after(this.stream, seq - 1, 1);
    return entry ?? null;
  }

  /** The entry of that number and name, or null when it is not held. */
  async entry([seq, id]: Tip): Promise<VerifiedEntry | null> {
    const fork = this.forks.get(id);
    if (fork?.entry.seq === seq) return fork;
    const entry = await this.inChain(seq);
    return entry?.entry.id === id ? entry : null;
  }

  /** Chain entries after a number, in order. */
  after(seq: number, limit: number): Promise<readonly VerifiedEntry[]> {
    return this.journal.after(this.stream, seq, limit);
  }

  /** What lies behind an entry, itself included; null when it is not held. */
  async behind(tip: Tip): Promise<Lineage | null> {
    const [seq, id] = tip;
    if (this.head?.seq === seq && this.head.id === id) return { chain: seq, forks: new Set() };
    const fork = this.forks.get(id);
    if (!fork) return (await this.entry(tip)) ? { chain: seq, forks: new Set() } : null;
    const forks = new Set<EntryId>();
    let first = fork;
    for (let at: VerifiedEntry | undefined = fork; at; at = at.entry.prev ? this.forks.get(at.entry.prev) : undefined) {
      forks.add(at.entry.id);
      first = at;
    }
    return { chain: first.entry.seq - 1, forks };
  }

  /** What lies behind several entries together, and which of them are not held. */
  async behindAll(tips: readonly Tip[]): Promise<Lineage & { readonly unknown: readonly Tip[] }> {
    const forks = new Set<EntryId>();
    const unknown: Tip[] = [];
    let chain = 0;
    for (const tip of tips) {
      const lineage = await this.behind(tip);
      if (!lineage) {
        unknown.push(tip);
        continue;
      }
      chain = Math.max(chain, lineage.chain);
      for (const id of lineage.forks) forks.add(id);
    }
    return { chain, forks, unknown };
  }

  /** Whether an entry lies in a lineage. */
  async covers(lineage: Lineage, tip: Tip): Promise<boolean> {
    const [seq, id] = tip;
    if (lineage.forks.has(id)) return true;
    return seq <= lineage.chain && (await this.inChain(seq))?.entry.id === id;
  }
}

/** What a journal held when it was looked at. */
export interface Holdings {
  readonly tips: Tips;
  of(stream: StreamId): HeldStream;
}

/** Looks at how far a journal has come, forks included. */
export async function holdingsOf(journal: Journal): Promise<Holdings> {
  const frontier = await journal.frontier();
  const forks = new Map<StreamId, Map<EntryId, VerifiedEntry>>();
  for (const fork of await journal.forks()) {
    const { stream, id } = fork.entry;
    const beside = forks.get(stream);
    if (beside) beside.set(id, fork);
    else forks.set(stream, new Map([[id, fork]]));
  }
  const of = (stream: StreamId) =>
    new HeldStream(journal, stream, frontier.get(stream) ?? null, forks.get(stream) ?? new Map());
  const streams = new Set([...frontier.keys(), ...forks.keys()]);
  return { tips: new Map([...streams].map((stream) => [stream, of(stream).tips])), of };
}
