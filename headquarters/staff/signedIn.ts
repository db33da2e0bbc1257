import { createHash } from 'node:crypto';
import { z } from 'zod';
import { toBase64url } from '../../shared/kernel/bytes';
import type { PersonId } from '../../shared/kernel/ids';
import { personId } from '../../shared/kernel/ids';
import type { Clock, Random } from '../../shared/kernel/ports';
import type { Queries } from '../database/database';
import { type Member, staffRole } from './member';

/** Nobody at the screen for so long, or signed in for so long: sign in again. */
const idleMs = 60 * 60_000;
const longestMs = 12 * 3_600_000;
/** `seen` is not written more often. */
const seenEvery = 30_000;

const tokenBytes = 32;
const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest());
const row = z.object({ person: personId.schema, name: z.string(), role: staffRole, stale: z.boolean() });

/** Who is signed in, for all nodes. A browser holds 256 bits of chance; the database holds their hash. */
export function signedIn(queries: Queries, clock: Clock, random: Random) {
  return {
    /** Begins a session; resolves to what the browser is to keep. Never one that the browser brought. */
    async begin(person: PersonId): Promise<string> {
      const token = toBase64url(random.bytes(tokenBytes));
      await queries.run(
        `insert into staff_sessions (hash, person, began, seen)
         values ($1, $2, to_timestamp($3::double precision / 1000), to_timestamp($3::double precision / 1000))`,
        [hashOf(token), person, clock.now()],
      );
      return token;
    },
    /** Whose session it is; null when it is none, or over. Being asked for it counts as being there. */
    async memberOf(token: string): Promise<Member | null> {
      const hash = hashOf(token);
      const now = clock.now();
      const [found] = await queries.rows(
        row,
        `select person, name, role, seen < to_timestamp(($2::double precision - $5) / 1000) as stale
         from staff_sessions join staff using (person)
         where hash = $1 and not withdrawn
           and seen > to_timestamp(($2::double precision - $3) / 1000)
           and began > to_timestamp(($2::double precision - $4) / 1000)`,
        [hash, now, idleMs, longestMs, seenEvery],
      );
      if (!found) return null;
      const { stale, ...member } = found;
      if (stale)
        await queries.run(
          'update staff_sessions set seen = to_timestamp($2::double precision / 1000) where hash = $1',
          [hash, now],
        );
      return member;
    },
    async end(token: string): Promise<void> {
      await queries.run('delete from staff_sessions where hash = $1', [hashOf(token)]);
    },
    /** Ends all sessions of somebody. */
    async endAllOf(person: PersonId): Promise<void> {
      await queries.run('delete from staff_sessions where person = $1', [person]);
    },
    async forgetOld(): Promise<void> {
      await queries.run('delete from staff_sessions where began < to_timestamp($1::double precision / 1000)', [
        clock.now() - longestMs,
      ]);
    },
  };
}
export type SignedIn = ReturnType<typeof signedIn>;
