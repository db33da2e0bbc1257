import { concernsGrants, grantsOf } from '../../shared/centre/grants';
import { rightsOf } from '../../shared/centre/rights';
import { folding } from '../../shared/exam/apply';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import { decodeBody, type Entry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import type { DeviceId } from '../../shared/journal/launch';
import type { StreamId } from '../../shared/kernel/ids';
import type { Queries } from '../database/database';
import { entriesBeyond, headsDigest } from './journalReading';

interface Fold {
  readonly state: CentreState;
  /** The last entry of each stream it was folded from. */
  readonly heads: ReadonlyMap<StreamId, Head>;
  /** Bytes of the entries it was folded from: about half of what it takes in memory. */
  readonly weight: number;
  /** Those that say who may write what. */
  readonly rights: readonly Entry[];
}

const nothing: Fold = { state: emptyState, heads: new Map(), weight: 0, rights: [] };

/**
 * Folds centres' journals, each from where it was left. Those used last are kept in memory, up to so many bytes of
 * entries; what was let go is folded anew from its first entry when it is asked for, and so is a centre in which rights
 * change. What nobody had the right to write changes nothing.
 * @param own headquarters' key
 * @param budget bytes
 */
export function folds(queries: Queries, own: DeviceId, budget: number) {
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

  /** A fold with all that came after it; null when its rights are others by now. */
  async function continued(centre: CentreCode, before: Fold): Promise<Fold | null> {
    const rows = await entriesBeyond(
      queries,
      centre,
      new Map([...before.heads].map(([stream, { seq }]) => [stream, seq])),
    );
    if (rows.length === 0) return before;
    const entries = rows.flatMap(({ id, bytes }): readonly Entry[] => {
      const body = decodeBody(bytes);
      return body ? [{ ...body, id }] : [];
    });
    const changes = entries.filter(({ kind }) => concernsGrants(kind));
    if (changes.length > 0 && before !== nothing) return null;
    const rights = [...before.rights, ...changes];
    const grants = grantsOf(rights, own);
    const fold = folding(before.state);
    for (const entry of entries) if (rightsOf(entry, grants).ok) fold.take([entry]);
    return {
      state: fold.done(),
      heads: new Map([...before.heads, ...rows.map(({ stream, seq, id }) => [stream, { seq, id }] as const)]),
      weight: rows.reduce((sum, { bytes }) => sum + bytes.length, before.weight),
      rights,
    };
  }

  return {
    /**
     * The state of a centre with all that the database has of it by now, and of which heads: see `headsDigest`. Not to be
     * asked twice at once for one centre.
     */
    async read(centre: CentreCode): Promise<{ readonly state: CentreState; readonly heads: string }> {
      const after =
        (await continued(centre, kept.get(centre) ?? nothing)) ?? (await continued(centre, nothing)) ?? nothing;
      keep(centre, after);
      return { state: after.state, heads: headsDigest(after.heads) };
    },
    /** How many centres are kept folded, and of how many bytes of entries. */
    get held() {
      return { centres: kept.size, bytes: weight };
    },
  };
}

export type Folds = ReturnType<typeof folds>;
