import type { EntryId, StreamId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import type { Claim } from './cased';
import type { Head } from './frontier';
import type { Gap, Placed } from './journal';

/** What a journal already holds, as far as a batch needs to know. */
export interface Held {
  head(stream: StreamId): Head | null;
  /** The entry that holds a place in a stream's chain. */
  at(stream: StreamId, seq: number): EntryId | null;
  /** Whether the entry is kept as a fork. */
  forked(id: EntryId): boolean;
}

/**
 * Decides where the entries of successive batches go, each batch after those placed before it: the same bytes again
 * are `known`; what follows its stream's head is `added`; what claims a taken place, or continues such a claim, is
 * `forked`; anything else would leave a gap, and its batch leaves no trace.
 */
export class Placement implements Held {
  private readonly heads = new Map<StreamId, Head>();
  private readonly taken = new Map<string, EntryId>();
  private readonly forks = new Set<EntryId>();

  constructor(private readonly held: Held) {}

  head(stream: StreamId): Head | null {
    return this.heads.get(stream) ?? this.held.head(stream);
  }

  at(stream: StreamId, seq: number): EntryId | null {
    return this.taken.get(`${stream} ${seq}`) ?? this.held.at(stream, seq);
  }

  forked(id: EntryId): boolean {
    return this.forks.has(id) || this.held.forked(id);
  }

  place<E extends { readonly entry: Claim }>(batch: readonly E[]): Result<Placed<E>, Gap> {
    const trial = new Placement(this);
    const added: E[] = [];
    const forked: E[] = [];
    let known = 0;
    for (const claimed of batch) {
      const { stream, seq, prev, id } = claimed.entry;
      const head = trial.head(stream);
      const has = head?.seq ?? 0;
      if (trial.forked(id) || (seq <= has && trial.at(stream, seq) === id)) known++;
      else if (seq === has + 1 && (seq === 1 || prev === head?.id)) {
        added.push(claimed);
        trial.heads.set(stream, { seq, id });
        trial.taken.set(`${stream} ${seq}`, id);
      } else if (seq <= has || (prev !== null && trial.forked(prev))) {
        forked.push(claimed);
        trial.forks.add(id);
      } else return err({ kind: 'gap', stream, seq, has });
    }
    for (const [stream, head] of trial.heads) this.heads.set(stream, head);
    for (const [place, id] of trial.taken) this.taken.set(place, id);
    for (const id of trial.forks) this.forks.add(id);
    return ok({ added, known, forked });
  }
}
