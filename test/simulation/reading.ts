import type { Entry, SealedEntry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import type { EntryId, StreamId } from '../../shared/kernel/ids';

/** What a journal holds. */
export interface Held {
  readonly chains: ReadonlyMap<StreamId, readonly Entry[]>;
  /** Chains and forks. */
  readonly entries: readonly Entry[];
  readonly ids: ReadonlySet<EntryId>;
  /** Their bytes. */
  readonly sealed: readonly SealedEntry[];
}

/** Reads all a journal holds, and later only what came since. */
export class Reading {
  private readonly chains = new Map<StreamId, Entry[]>();
  private readonly sealed: SealedEntry[] = [];

  constructor(private readonly journal: Journal) {}

  async held(): Promise<Held> {
    for (const stream of (await this.journal.frontier()).keys()) {
      const chain = this.chains.get(stream) ?? [];
      const read = await this.journal.after(stream, chain.length, 1e6);
      chain.push(...read.map(({ entry }) => entry));
      this.sealed.push(...read.map(({ sealed }) => sealed));
      this.chains.set(stream, chain);
    }
    const forks = await this.journal.forks();
    const entries = [...[...this.chains.values()].flat(), ...forks.map(({ entry }) => entry)];
    const sealed = [...this.sealed, ...forks.map((fork) => fork.sealed)];
    return { chains: this.chains, entries, ids: new Set(entries.map(({ id }) => id)), sealed };
  }
}
