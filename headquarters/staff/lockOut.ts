import { z } from 'zod';
import { instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import type { Queries } from '../database/database';
import type { ServerKey } from '../identity/serverKey';

/**
 * After how many attempts without success each further one waits, from half a minute on, twice as long each time. An
 * account that many addresses guess at waits too, later than each of them: nobody tries without end from everywhere.
 */
const free = { browser: 5, guest: 5, account: 50, told: 1, address: 20, code: 20, enrolment: 200 } as const;
const firstWait = 30_000;
const longestWait = 30 * 60_000;
const forgottenAfter = 24 * 3_600_000;

/**
 * Whose attempts are counted: a browser's that is known to an account, a guest's, who is an account's name as it was typed
 * at one address, an account's from everywhere; or an address's that signs in, tries codes, or enrols. `told`: how often
 * it is told that an account is guessed at.
 */
export interface Counted {
  readonly what: keyof typeof free;
  readonly name: string;
}

const row = z.object({ until: z.coerce.number().transform((ms) => instant.of(Math.ceil(ms))) });

/** Counts attempts for all nodes, in the database, under names that tell nothing. */
export function lockOut(queries: Queries, key: Pick<ServerKey, 'keyedHash'>, clock: Clock) {
  const whoOf = ({ what, name }: Counted) => key.keyedHash(`attempts/${what}`, name);

  return {
    /**
     * Counts an attempt before it is looked at, so that many at once count as many. Answers 0, or after how many
     * milliseconds the next one will be looked at.
     */
    async attempt(counted: Counted): Promise<number> {
      const now = clock.now();
      const who = whoOf(counted);
      const taken = await queries.run(
        `insert into attempts as kept (who, count, last, until)
         values ($1, 1, to_timestamp($2::double precision / 1000), to_timestamp(0))
         on conflict (who) do update set
           count = case when kept.last < excluded.last - $3 * interval '1 ms' then 1 else kept.count + 1 end,
           last = greatest(kept.last, excluded.last),
           until = case
             when kept.last < excluded.last - $3 * interval '1 ms' or kept.count < $4 then to_timestamp(0)
             else excluded.last
               + interval '1 ms' * least($5::double precision * 2 ^ least(kept.count - $4, 20), $6::double precision) end
         where kept.until <= excluded.last`,
        [who, now, forgottenAfter, free[counted.what], firstWait, longestWait],
      );
      if (taken === 1) return 0;
      const [kept] = await queries.rows(
        row,
        `select extract(epoch from until) * 1000 as until from attempts where who = $1`,
        [who],
      );
      return Math.max(1, (kept?.until ?? now) - now);
    },
    /** The attempt succeeded: an account begins anew, an address gets this one back. */
    async succeeded(counted: Counted): Promise<void> {
      const change =
        counted.what === 'account' || counted.what === 'guest' || counted.what === 'browser'
          ? 'delete from attempts where who = $1'
          : 'update attempts set count = greatest(count - 1, 0), until = to_timestamp(0) where who = $1';
      await queries.run(change, [whoOf(counted)]);
    },
    async forgetOld(): Promise<void> {
      await queries.run('delete from attempts where last < to_timestamp($1::double precision / 1000)', [
        clock.now() - forgottenAfter,
      ]);
    },
  };
}
export type LockOut = ReturnType<typeof lockOut>;
