import { MAX_ENTRY_BYTES, type SealedEntry } from '../journal/entry';
import type { VerifiedEntry } from '../journal/verify';
import type { EntryId, StreamId } from '../kernel/ids';
import type { HeldStream, Holdings } from './holdings';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES } from './limits';
import type { StreamTips, Tip } from './tips';

/** How much goes into one batch: no more entries, and no more bytes, packed; a single entry always fits. */
export interface Portion {
  readonly entries: number;
  readonly bytes: number;
}

export const WHOLE: Portion = { entries: MAX_BATCH_ENTRIES, bytes: MAX_BATCH_BYTES };

const smallestBytes = MAX_ENTRY_BYTES + 68;

/** Half of it, down to a single entry. */
export function halved({ entries, bytes }: Portion): Portion {
  return {
    entries: Math.max(1, Math.floor(entries / 2)),
    bytes: Math.max(smallestBytes, Math.floor(bytes / 2)),
  };
}

/** Twice as much, up to the whole. */
export function doubled({ entries, bytes }: Portion): Portion {
  return { entries: Math.min(WHOLE.entries, entries * 2), bytes: Math.min(WHOLE.bytes, bytes * 2) };
}

/** Entries being gathered for the other side. */
export class Batch {
  readonly entries: VerifiedEntry[] = [];
  private readonly met = new Set<EntryId>();
  private bytes = 0;
  /** Something did not fit. */
  full = false;

  constructor(private readonly portion: Portion) {}

  /** False when it does not fit. */
  add(verified: VerifiedEntry): boolean {
    if (this.met.has(verified.entry.id)) return true;
    const size = verified.sealed.bytes.length + 68;
    const fits = this.entries.length < this.portion.entries && this.bytes + size <= this.portion.bytes;
    if (!fits && this.entries.length > 0) {
      this.full = true;
      return false;
    }
    this.met.add(verified.entry.id);
    this.entries.push(verified);
    this.bytes += size;
    return true;
  }

  get room(): number {
    return this.portion.entries - this.entries.length;
  }

  get sealed(): readonly SealedEntry[] {
    return this.entries.map(({ sealed }) => sealed);
  }
}

/** Adds what is held of a stream beyond a lineage: the chain in order, then the forks, each after the one it continues. */
export async function addBeyond(
  batch: Batch,
  held: HeldStream,
  lineage: { readonly chain: number; readonly forks: ReadonlySet<EntryId> },
  skip: ReadonlyMap<EntryId, unknown> = new Map(),
): Promise<void> {
  const end = held.head?.seq ?? 0;
  for (let seq = lineage.chain; seq < end; ) {
    const page = await held.after(seq, Math.max(1, batch.room));
    if (page.length === 0) throw new Error('a journal that holds less than its frontier says');
    for (const verified of page) {
      if (!skip.has(verified.entry.id) && !batch.add(verified)) return;
      seq = verified.entry.seq;
    }
  }
  const forks = [...held.forks.values()].filter(({ entry }) => !lineage.forks.has(entry.id) && !skip.has(entry.id));
  for (const fork of forks.sort((a, b) => a.entry.seq - b.entry.seq)) if (!batch.add(fork)) return;
}

/** A batch for somebody who wants what lies beyond entries it names. */
export interface Gathered {
  readonly batch: Batch;
  /** Streams in which none of the entries it named is held, and the first was not among them. */
  readonly unmet: readonly StreamId[];
}

/** Gathers what the journal holds beyond `wants`, stream after stream, until the portion is full. */
export async function gathered(holdings: Holdings, wants: readonly StreamTips[], portion: Portion): Promise<Gathered> {
  const batch = new Batch(portion);
  const unmet: StreamId[] = [];
  for (const [stream, named] of wants) {
    const held = holdings.of(stream);
    if (held.tips.length === 0) continue;
    const lineage = await held.behindAll(named);
    const strangers = named.length > 0 && lineage.unknown.length === named.length;
    if (strangers && !named.some(([seq]) => seq === 1)) unmet.push(stream);
    else await addBeyond(batch, held, lineage);
    if (batch.full) break;
  }
  return { batch, unmet };
}

/** Entries of a chain further and further back from its end, the first one always: by which a common past is found. */
export async function rungs(held: HeldStream): Promise<readonly Tip[]> {
  const found: Tip[] = [];
  const end = held.head?.seq ?? 0;
  for (let back = 1; back < end; back *= 2) {
    const entry = await held.inChain(end - back);
    if (entry) found.push([entry.entry.seq, entry.entry.id]);
  }
  const first = await held.inChain(1);
  if (first && found.at(-1)?.[0] !== 1) found.push([1, first.entry.id]);
  return found;
}

/** The entries of a batch that no other entry of it continues: what a receipt is given for. */
export function endsOf(entries: readonly VerifiedEntry[]): readonly VerifiedEntry[] {
  const continued = new Set(entries.flatMap(({ entry }) => (entry.seq > 1 && entry.prev !== null ? [entry.prev] : [])));
  const ends = new Map(entries.filter(({ entry }) => !continued.has(entry.id)).map((end) => [end.entry.id, end]));
  return [...ends.values()];
}
