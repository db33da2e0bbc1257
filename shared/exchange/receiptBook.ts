import { z } from 'zod';
import type { EntryId, StreamId } from '../kernel/ids';
import type { SignatureCheck } from '../kernel/ports';
import type { Result } from '../kernel/result';
import type { StorageFault } from '../kernel/storage';
import type { Holdings } from './holdings';
import { streamHours } from './hours';
import { quarantined } from './messages';
import { epoch, type ServerId } from './names';
import { genuine, type Receipt, receipt } from './receipt';

/** What is kept of the talk with one server. Lost, it is had again: the ends of all streams are pushed once more. */
export const receiptBook = z.object({
  epoch: epoch.schema.nullable(),
  receipts: z.array(receipt),
  /** What the server keeps aside, and why: not to be pushed for ever. */
  aside: z.array(quarantined),
  /** When it took in what it was pushed; none in a book of an earlier version. */
  hours: z.array(streamHours).default([]),
});
export type ReceiptBook = z.infer<typeof receiptBook>;

export const emptyBook: ReceiptBook = { epoch: null, receipts: [], aside: [], hours: [] };

/** Where receipts outlive the program: in main, one small file a server beside the black box, written whole. */
export interface Receipts {
  /** What was kept last; null when nothing was, or it cannot be read. */
  load(server: ServerId): Promise<ReceiptBook | null>;
  keep(server: ServerId, book: ReceiptBook): Promise<Result<void, StorageFault>>;
}

/** A book's own words: receipts that this server gave in that epoch. A file may have been changed. */
export function trueTo(book: ReceiptBook, server: ServerId, check: SignatureCheck): ReceiptBook {
  const receipts = book.receipts.filter((each) => each.epoch === book.epoch && genuine(each, server, check));
  const received = new Set(receipts.map(({ stream }) => stream));
  return { ...book, receipts, hours: book.hours.filter(({ stream }) => received.has(stream)) };
}

/** What a server has received of what is held here. */
export interface ReceivedThere {
  /** Of each stream's chain, the entries up to this number. */
  readonly chains: ReadonlyMap<StreamId, number>;
  readonly forks: ReadonlySet<EntryId>;
  /** Entries held here that no receipt names. */
  readonly awaited: number;
}

/** An entry counts as received only where a receipt names it, or one that comes after it in a branch held here. */
export async function receivedThere(holdings: Holdings, receipts: Iterable<Receipt>): Promise<ReceivedThere> {
  const byStream = new Map<StreamId, Receipt[]>();
  for (const each of receipts) byStream.set(each.stream, [...(byStream.get(each.stream) ?? []), each]);
  const chains = new Map<StreamId, number>();
  const forks = new Set<EntryId>();
  let awaited = 0;
  for (const stream of holdings.tips.keys()) {
    const held = holdings.of(stream);
    const lineage = await held.behindAll((byStream.get(stream) ?? []).map(({ seq, head }) => [seq, head]));
    chains.set(stream, lineage.chain);
    for (const id of lineage.forks) forks.add(id);
    awaited += (held.head?.seq ?? 0) - lineage.chain + held.forks.size - lineage.forks.size;
  }
  return { chains, forks, awaited };
}
