import { z } from 'zod';
import type { StreamId } from '../kernel/ids';
import type { SignatureCheck } from '../kernel/ports';
import { epoch, type ServerId, serverId } from './names';
import { genuine, type Receipt, receipt } from './receipt';

/** Receipts in one answer at most. */
export const MAX_PASSED = 2_000;

/** Headquarters' receipts, as a relay passes them on to machines that do not ask headquarters themselves, or do not reach it. */
export const passed = z.object({
  /** Headquarters, and the life of its store in which it gave them all. */
  server: serverId.schema,
  epoch: epoch.schema,
  /** The relay numbers receipts as they come to it: these are the ones after what was asked, up to this one. */
  upTo: z.int().nonnegative(),
  receipts: z.array(receipt).max(MAX_PASSED),
});
export type Passed = z.infer<typeof passed>;

/** One life of headquarters' store, by its key and its epoch. */
const life = z.object({ server: serverId.schema, epoch: epoch.schema });
export type Life = z.infer<typeof life>;

/** What a machine that does not ask headquarters keeps of what relays passed on. */
export const passedBook = z.object({
  life: life.nullable(),
  /** Lives that are over, the latest last: their receipts prove nothing any more. */
  former: z.array(life).max(100),
  receipts: z.array(receipt),
});
export type PassedBook = z.infer<typeof passedBook>;

export const emptyPassedBook: PassedBook = { life: null, former: [], receipts: [] };

/** Branches of one stream whose receipts are kept. */
const branches = 8;

export interface BelievesHeadquarters {
  readonly check: SignatureCheck;
  /** Whether headquarters signs with this key. */
  isHeadquarters(server: ServerId): boolean;
}

/**
 * The book with what a relay passed on: what headquarters did not sign counts for nothing. Receipts of a new life of its
 * store take the place of the others', once it is certain which of the two is the later one.
 * @param before the life of which the same relay passed on receipts last; null for none
 */
export function passedIn(
  book: PassedBook,
  { server, epoch, receipts }: Passed,
  before: Life | null,
  { check, isHeadquarters }: BelievesHeadquarters,
): PassedBook {
  const told: Life = { server, epoch };
  if (!isHeadquarters(server) || book.former.some((each) => sameLife(each, told))) return book;
  const known = sameLife(book.life, told);
  const held = new Set(known ? book.receipts.map(({ signature }) => signature) : []);
  const fresh = receipts.filter(
    (each) => !held.has(each.signature) && each.epoch === epoch && genuine(each, server, check),
  );
  if (known) return fresh.length > 0 ? { ...book, receipts: thinned([...book.receipts, ...fresh]) } : book;
  if (book.life === null) return { ...book, life: told, receipts: thinned(fresh) };
  if (!sameLife(book.life, before) && latest(fresh) <= latest(book.receipts)) return book;
  return { life: told, former: [...book.former, book.life].slice(-100), receipts: thinned(fresh) };
}

/** A book's own words, of those that a file had: it may have been changed. */
export function trulyPassed(book: PassedBook, check: SignatureCheck): PassedBook {
  const { life } = book;
  const receipts = book.receipts.filter((each) => each.epoch === life?.epoch && genuine(each, life.server, check));
  return { ...book, receipts };
}

/** Whether both are the same life. */
export function sameLife(a: Life | null, b: Life | null): boolean {
  return a !== null && a.server === b?.server && a.epoch === b.epoch;
}

/** By headquarters' clock. */
function latest(receipts: readonly Receipt[]): number {
  return receipts.reduce((last, { at }) => Math.max(last, at), 0);
}

/** Of each stream the receipts that reach furthest. */
function thinned(receipts: readonly Receipt[]): Receipt[] {
  const byStream = new Map<StreamId, Receipt[]>();
  for (const each of receipts) byStream.set(each.stream, [...(byStream.get(each.stream) ?? []), each]);
  return [...byStream.values()].flatMap((each) => each.sort((a, b) => b.seq - a.seq).slice(0, branches));
}
