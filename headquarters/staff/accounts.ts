import { z } from 'zod';
import { close, reopen } from '../../node/closed';
import { type PersonId, personId } from '../../shared/kernel/ids';
import type { Random } from '../../shared/kernel/ports';
import type { Queries } from '../database/database';
import type { ServerKey } from '../identity/serverKey';
import { type Member, staffRole } from './member';
import { hashPassword } from './passwords';

/** A member with what proves that it is them. */
export interface Account extends Member {
  readonly passwordHash: string;
  readonly totpSecret: Uint8Array;
}

const memberRow = z.object({ person: personId.schema, name: z.string(), role: staffRole, withdrawn: z.boolean() });
const accountRow = memberRow.extend({ password: z.string(), totp: z.instanceof(Uint8Array) });
const columns = 'person, name, role, withdrawn';

/** The accounts of headquarters' staff. The secrets of their codes lie closed under the server's key. */
export function accounts(key: Pick<ServerKey, 'keyedHash'>, random: Random) {
  const totpKey = () => key.keyedHash('at-rest', 'totp');
  const contextOf = (person: PersonId) => `cachet-totp/1 ${person}`;

  return {
    async any(queries: Queries): Promise<boolean> {
      return (await queries.run('select from staff where not withdrawn limit 1')) > 0;
    },
    all: (queries: Queries) => queries.rows(memberRow, `select ${columns} from staff order by person`),
    /** Null where nobody has this name, or no longer. */
    async find(queries: Queries, person: PersonId): Promise<Account | null> {
      const [found] = await queries.rows(
        accountRow,
        `select ${columns}, password, totp from staff where person = $1 and not withdrawn`,
        [person],
      );
      if (!found) return null;
      const { name, role, password: passwordHash, totp } = found;
      const totpSecret = reopen(totp, totpKey(), contextOf(person));
      if (!totpSecret) throw new Error('the secret of an account does not open under the server’s key');
      return { person, name, role, passwordHash, totpSecret };
    },
    /** Makes an account, or renews one and what proves who it is. */
    async keep(
      queries: Queries,
      member: Member,
      password: string,
      totpSecret: Uint8Array,
      step: number,
    ): Promise<void> {
      const { person, name, role } = member;
      const closed = close(totpSecret, totpKey(), contextOf(person), random);
      await queries.run(
        `insert into staff (person, name, role, password, totp, last_step) values ($1, $2, $3, $4, $5, $6)
         on conflict (person) do update set name = excluded.name, role = excluded.role, password = excluded.password,
           totp = excluded.totp, last_step = excluded.last_step, withdrawn = false`,
        [person, name, role, await hashPassword(password, random), closed, step],
      );
    },
    /** Takes the code of a step, once: false when it, or a later one, was taken before. */
    async takeStep(queries: Queries, person: PersonId, step: number): Promise<boolean> {
      const taken = await queries.run('update staff set last_step = $2 where person = $1 and last_step < $2', [
        person,
        step,
      ]);
      return taken === 1;
    },
    /** Takes an account away; false when there is none. */
    async withdraw(queries: Queries, person: PersonId): Promise<boolean> {
      return (
        (await queries.run('update staff set withdrawn = true where person = $1 and not withdrawn', [person])) === 1
      );
    },
  };
}
export type Accounts = ReturnType<typeof accounts>;
