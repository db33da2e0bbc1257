import { z } from 'zod';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { type Instant, instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import type { Database } from '../database/database';

const row = z.object({ centre: centreCode.schema, last: z.coerce.number() });

/**
 * When a machine of each centre last spoke to headquarters, on whichever node: noted in memory at once, in the database
 * and for the other nodes whenever it is written.
 */
export function contacts(database: Database, clock: Clock) {
  const met = new Map<CentreCode, Instant>();
  let seen = instant.of(0);

  return {
    met(centre: CentreCode): void {
      met.set(centre, clock.now());
    },
    /** Writes what this node has met since the last time. */
    async write(): Promise<void> {
      const mine = [...met];
      met.clear();
      if (mine.length === 0) return;
      await database.run(
        `insert into contacts (centre, last)
           select centre, to_timestamp(last / 1000) from unnest($1::text[], $2::double precision[]) as met(centre, last)
           on conflict (centre) do update set last = greatest(contacts.last, excluded.last)`,
        [mine.map(([centre]) => centre), mine.map(([, at]) => at)],
      );
    },
    /** What any node wrote since the last time. */
    async read(): Promise<readonly (readonly [CentreCode, Instant])[]> {
      const found = await database.rows(
        row,
        `select centre, (extract(epoch from last) * 1000)::text as last from contacts
         where last > to_timestamp($1::double precision / 1000) order by centre`,
        [seen - overlapMs],
      );
      const told = found.map(({ centre, last }) => [centre, instant.of(Math.round(last))] as const);
      seen = instant.of(Math.max(seen, ...told.map(([, at]) => at)));
      return told;
    },
  };
}

/** Nodes write at their own pace: what one writes may be older than what was read already. */
const overlapMs = 30_000;

export type ContactBook = ReturnType<typeof contacts>;
