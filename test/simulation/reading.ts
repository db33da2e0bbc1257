import type { Entry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import type { EntryId, StreamId } from '../../shared/kernel/ids';

/** What a journal holds. */
export interface Held {
  readonly chains: ReadonlyMap<StreamId, readonly Entry[]>;
  /** Chains and forks. */
  readonly entries: readonly Entry[];
  readonly ids: ReadonlySet<EntryId>;
}

/** Reads all a journal holds, and later only what came since. */
export class Reading {
  private readonly chains = new Map<StreamId, Entry[]>();

  constructor(private readonly journal: Journal) {}

  async held(): Promise<Held> {
    for (const stream of (await this.journal.frontier()).keys()) {
      const chain = this.chains.get(stream) ?? [];
      chain.push(...(await this.journal.after(stream, chain.length, 1e6)).map(({ entry }) => entry));
      this.chains.set(stream, chain);
    }
    const forks = (await this.journal.forks()).map(({ entry }) => entry);
    const entries = [...[...this.chains.values()].flat(), ...forks];
    return { chains: this.chains, entries, ids: new Set(entries.map(({ id }) => id)) };
  }
}
