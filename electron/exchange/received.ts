import { holdingsOf } from '../../shared/exchange/holdings';
import type { Quarantined } from '../../shared/exchange/messages';
import type { Receipt } from '../../shared/exchange/receipt';
import { receivedThere } from '../../shared/exchange/receiptBook';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { centreHour } from '../../shared/kernel/statement';
import type { BlackBox } from '../journal/blackBox';

/** What headquarters has signed for of what is held here. */
export interface SignedFor {
  /** Of each stream's chain, the entries up to this number. */
  readonly chains: ReadonlyMap<StreamId, number>;
  readonly forks: ReadonlySet<EntryId>;
}

export interface Awaited {
  /** Entries held here that no receipt names and that are not kept aside there. */
  readonly entries: number;
  /** When the oldest of them was written. */
  readonly since: Instant | null;
}

export type HeldHere = Pick<BlackBox, 'streams' | 'idAt' | 'after' | 'frontier' | 'append' | 'forks' | 'forkCount'>;
type ByStream = ReadonlyMap<StreamId, readonly Receipt[]>;
type Aside = ReadonlyMap<EntryId, Quarantined>;

/** Tells what was received there from the index that is in memory; entries are read for forks and for their hour alone. */
export class ReceivedHere {
  /** Hours that were read, by the entry's name. */
  private hours = new Map<EntryId, Instant>();

  constructor(private readonly box: HeldHere) {}

  async signedFor(receipts: ByStream): Promise<SignedFor> {
    if (this.box.forkCount > 0) return receivedThere(await holdingsOf(this.box), [...receipts.values()].flat());
    const chains = new Map<StreamId, number>();
    for (const stream of this.box.streams().keys()) {
      const named = (receipts.get(stream) ?? []).filter(({ seq, head }) => this.box.idAt(stream, seq) === head);
      chains.set(
        stream,
        named.reduce((most, { seq }) => Math.max(most, seq), 0),
      );
    }
    return { chains, forks: new Set() };
  }

  async awaited(receipts: ByStream, aside: Aside): Promise<Awaited> {
    const { chains, forks } = await this.signedFor(receipts);
    const hours: Instant[] = [];
    const read = new Map<EntryId, Instant>();
    let entries = 0;
    for (const [stream, { head }] of this.box.streams()) {
      const waiting = this.waitingIn(stream, chains.get(stream) ?? 0, head.seq, aside);
      entries += waiting.count;
      if (waiting.first === null) continue;
      const id = this.box.idAt(stream, waiting.first);
      const known = id && this.hours.get(id);
      const hour = known ?? (await this.hourOf(stream, waiting.first));
      if (!id || hour === null) continue;
      read.set(id, hour);
      hours.push(hour);
    }
    this.hours = read;
    for (const { entry } of this.box.forkCount > 0 ? await this.box.forks() : []) {
      if (forks.has(entry.id) || aside.has(entry.id)) continue;
      entries += 1;
      hours.push(centreHour(entry.at));
    }
    return {
      entries,
      since: hours.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null),
    };
  }

  private async hourOf(stream: StreamId, seq: number): Promise<Instant | null> {
    const [found] = await this.box.after(stream, seq - 1, 1);
    return found ? centreHour(found.entry.at) : null;
  }

  /** How many entries of a chain wait beyond a number, and which is the first. */
  private waitingIn(stream: StreamId, from: number, until: number, aside: Aside) {
    if (aside.size === 0) return { count: until - from, first: until > from ? from + 1 : null };
    let count = 0;
    let first: number | null = null;
    for (let seq = from + 1; seq <= until; seq++) {
      const id = this.box.idAt(stream, seq);
      if (id === null || aside.has(id)) continue;
      count += 1;
      first ??= seq;
    }
    return { count, first };
  }
}
