import { decode, type SealedEntry } from '../journal/entry';
import type { VerifiedEntry } from '../journal/verify';
import type { EntryId, StreamId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import type { StorageFault } from '../kernel/storage';
import type { HeldStream, Holdings } from './holdings';
import type { Quarantined } from './messages';
import { type ReceivingPorts, receive } from './receive';
import type { Tips } from './tips';

/** What is held of one stream and somebody lacks: its chain after `from` up to `until`, and these forks in order. */
export interface Stretch {
  readonly held: HeldStream;
  readonly from: number;
  readonly until: number;
  readonly forks: readonly VerifiedEntry[];
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, until, forks }) => sum + until - from + forks.length, 0);
}

/**
 * What is held of some streams that one of the readers at least is not known to hold.
 * @param readers what each is known to hold; null for one of whom nothing is known, who lacks it all
 */
export async function lackedByAny(
  holdings: Holdings,
  streams: readonly StreamId[],
  readers: readonly (Tips | null)[],
): Promise<readonly Stretch[]> {
  if (readers.length === 0) return [];
  const stretches: Stretch[] = [];
  for (const stream of streams) {
    const held = holdings.of(stream);
    const until = held.head?.seq ?? 0;
    let from = until;
    let common: ReadonlySet<EntryId> = new Set(held.forks.keys());
    for (const tips of readers) {
      const lineage = await held.behindAll(tips?.get(stream) ?? []);
      from = Math.min(from, lineage.chain);
      common = new Set([...common].filter((id) => lineage.forks.has(id)));
    }
    const forks = [...held.forks.values()].filter(({ entry }) => !common.has(entry.id));
    forks.sort((a, b) => a.entry.seq - b.entry.seq);
    if (until > from || forks.length > 0) stretches.push({ held, from, until, forks });
  }
  return stretches;
}

/** The entries of a stretch in an order in which a journal takes them, a page at a time. */
export async function* pagesOf({ held, from, until, forks }: Stretch, page: number) {
  for (let seq = from; seq < until; ) {
    const entries = await held.after(seq, Math.min(page, until - seq));
    if (entries.length === 0) throw new Error('a journal that holds less than its frontier says');
    seq += entries.length;
    yield entries.map(({ sealed }) => sealed);
  }
  if (forks.length > 0) yield forks.map(({ sealed }) => sealed);
}

/** What became of entries that were carried here. */
export interface TakenIn {
  /** In the chain or as forks, new. */
  readonly added: number;
  /** Not welcome: kept in sight. */
  readonly quarantined: readonly Quarantined[];
  /** Entries that would leave a hole: left, until what comes before them is carried here too. */
  readonly waiting: number;
}

const batchEntries = 300;

/**
 * Takes in what was carried here, whatever its order, as an exchange would: batch by batch, and again what left a hole as
 * long as holes are filled. The same once more changes nothing. @param breath lets other work go on between batches
 */
export async function takeIn(
  ports: ReceivingPorts,
  carried: readonly SealedEntry[],
  breath: () => Promise<void>,
): Promise<Result<TakenIn, StorageFault & { readonly added: number }>> {
  const quarantined = new Map<EntryId, Quarantined>();
  let added = 0;
  let pending = carried;
  for (let progress = true; progress && pending.length > 0; ) {
    progress = false;
    const left: SealedEntry[] = [];
    for (let at = 0; at < pending.length; at += batchEntries) {
      const batch = pending.slice(at, at + batchEntries);
      const received = await receive(ports, batch);
      if (!received.ok) return err({ ...received.error, added });
      added += received.value.added.length;
      progress ||= received.value.added.length > 0;
      for (const each of received.value.quarantined) quarantined.set(each.id, each);
      const holed = new Set(received.value.gaps.map(({ stream }) => stream));
      if (holed.size > 0) left.push(...(await notHeld(ports, batch, holed, quarantined)));
      await breath();
    }
    pending = left;
  }
  return ok({ added, quarantined: [...quarantined.values()], waiting: pending.length });
}

/** Of a batch, the entries of these streams that are neither held nor kept aside. */
async function notHeld(
  { journal }: ReceivingPorts,
  batch: readonly SealedEntry[],
  streams: ReadonlySet<StreamId>,
  quarantined: ReadonlyMap<EntryId, Quarantined>,
): Promise<readonly SealedEntry[]> {
  const forks = new Set((await journal.forks()).map(({ entry }) => entry.id));
  const left: SealedEntry[] = [];
  for (const sealed of batch) {
    const entry = decode(sealed.bytes);
    if (!entry || !streams.has(entry.stream) || forks.has(entry.id)) continue;
    if (quarantined.get(entry.id)?.held === 'aside') continue;
    const [there] = await journal.after(entry.stream, entry.seq - 1, 1);
    if (there?.entry.id !== entry.id) left.push(sealed);
  }
  return left;
}
