import { folding } from '../../shared/exam/apply';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import { decodeBody } from '../../shared/journal/entry';
import type { StreamId } from '../../shared/kernel/ids';
import type { Queries } from '../database/database';
import { entriesBeyond } from './journalReading';

interface Fold {
  readonly state: CentreState;
  readonly reach: ReadonlyMap<StreamId, number>;
  /** Bytes of the entries it was folded from: about half of what it takes in memory. */
  readonly weight: number;
}

const nothing: Fold = { state: emptyState, reach: new Map(), weight: 0 };

/**
 * Folds centres' journals, each from where it was left. Those used last are kept in memory, up to so many bytes of
 * entries; what was let go is folded anew from its first entry when it is asked for.
 * @param budget bytes
 */
export function folds(queries: Queries, budget: number) {
  const kept = new Map<CentreCode, Fold>();
  let weight = 0;

  function keep(centre: CentreCode, fold: Fold): void {
    weight += fold.weight - (kept.get(centre)?.weight ?? 0);
    kept.delete(centre);
    kept.set(centre, fold);
    // the first in a map's order was used longest ago; the one just used stays, however large
    for (const [oldest, { weight: freed }] of kept) {
      if (weight <= budget || kept.size === 1) break;
      kept.delete(oldest);
      weight -= freed;
    }
  }

  return {
    /** The state of a centre with all that the database has of it by now. Not to be asked twice at once for one centre. */
    async read(centre: CentreCode): Promise<CentreState> {
      const before = kept.get(centre) ?? nothing;
      const entries = await entriesBeyond(queries, centre, before.reach);
      const reach = new Map(before.reach);
      const fold = folding(before.state);
      let bytes = before.weight;
      for (const entry of entries) {
        reach.set(entry.stream, entry.seq);
        bytes += entry.bytes.length;
        const body = decodeBody(entry.bytes);
        if (body) fold.take([{ ...body, id: entry.id }]);
      }
      const after = entries.length === 0 ? before : { state: fold.done(), reach, weight: bytes };
      keep(centre, after);
      return after.state;
    },
    /** How many centres are kept folded, and of how many bytes of entries. */
    get held() {
      return { centres: kept.size, bytes: weight };
    },
  };
}

export type Folds = ReturnType<typeof folds>;
