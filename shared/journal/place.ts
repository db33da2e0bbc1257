import type { EntryId, StreamId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import type { Head } from './frontier';
import type { Appended, Gap } from './journal';
import type { VerifiedEntry } from './verify';

/** What a journal already holds, as far as a batch needs to know. */
export interface Held {
  head(stream: StreamId): Head | null;
  /** The entry that holds a place in a stream's chain. */
  at(stream: StreamId, seq: number): EntryId | null;
  /** Whether the entry is kept as a fork. */
  forked(id: EntryId): boolean;
}

/**
 * Decides where each entry of a batch goes: the same bytes again are `known`; what follows its stream's head is
 * `added`; what claims a taken place, or continues such a claim, is `forked`; anything else would leave a gap.
 */
export function placeEntries(held: Held, batch: readonly VerifiedEntry[]): Result<Appended, Gap> {
  const heads = new Map<StreamId, Head>();
  const taken = new Map<string, EntryId>();
  const forks = new Set<EntryId>();
  const added: VerifiedEntry[] = [];
  const forked: VerifiedEntry[] = [];
  let known = 0;

  const isFork = (id: EntryId | null) => id !== null && (forks.has(id) || held.forked(id));
  for (const verified of batch) {
    const { stream, seq, prev, id } = verified.entry;
    const head = heads.get(stream) ?? held.head(stream);
    const has = head?.seq ?? 0;
    const follows = seq === 1 || prev === head?.id;
    if (isFork(id)) known++;
    else if (seq === has + 1 && follows) {
      added.push(verified);
      heads.set(stream, { seq, id });
      taken.set(`${stream} ${seq}`, id);
    } else if (seq <= has && (taken.get(`${stream} ${seq}`) ?? held.at(stream, seq)) === id) known++;
    else if (seq <= has || isFork(prev)) {
      forked.push(verified);
      forks.add(id);
    } else return err({ kind: 'gap', stream, seq, has });
  }
  return ok({ added, known, forked });
}
