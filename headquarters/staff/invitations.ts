import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { concatBytes, toHex, utf8 } from '../../shared/kernel/bytes';
import { type PersonId, personId } from '../../shared/kernel/ids';
import type { Clock, Random } from '../../shared/kernel/ports';
import { keyOfRecoveryCode, recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database, Queries } from '../database/database';
import type { ServerKey } from '../identity/serverKey';
import type { Accounts } from './accounts';
import { type Member, type StaffRole, staffRole } from './member';
import { stepTyped, TOTP_SECRET_BYTES } from './totp';

/** Who is invited: the first person chooses their own name. */
export interface Invitation {
  readonly person: PersonId | null;
  readonly name: string | null;
  readonly role: StaffRole;
}

/** What an invited person chooses, and the code their telephone shows for the secret they were given. */
export interface Accepting {
  readonly code: string;
  readonly person: PersonId;
  readonly name: string;
  readonly password: string;
  readonly totp: string;
}

/** `bad-code`: mistyped; which group. `unknown-code`: none of ours, used or too old. `taken`: another account's name. */
export type InvitationRefusal =
  | { readonly because: 'bad-code'; readonly group: number | null }
  | { readonly because: 'unknown-code' | 'wrong-totp' | 'taken' };

const size = { groups: 3, bytes: 7 } as const;
const life = 24 * 3_600_000;
const row = z.object({ person: personId.schema.nullable(), name: z.string().nullable(), role: staffRole });

/** One-use codes with which people of headquarters make their accounts, or make them anew after a lost telephone. */
export function invitations(
  database: Database,
  known: Accounts,
  key: Pick<ServerKey, 'keyedHash'>,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
) {
  const hashOf = (secret: Uint8Array) => sha256(concatBytes(utf8('cachet-invitation/1\n'), secret));
  /** The same each time it is shown, so that nothing is kept of an invitation that nobody accepts. */
  const totpSecretOf = (secret: Uint8Array) => key.keyedHash('invited', toHex(secret)).slice(0, TOTP_SECRET_BYTES);

  async function find(queries: Queries, code: string) {
    const secret = keyOfRecoveryCode(code, size);
    if (!secret.ok) {
      const group = secret.error.kind === 'group' ? secret.error.group : null;
      return err({ because: 'bad-code', group } as const);
    }
    const hash = hashOf(secret.value);
    const [invitation] = await queries.rows(
      row,
      `select person, name, role from invitations
       where hash = $1 and not used and expires > to_timestamp($2::double precision / 1000)`,
      [hash, clock.now()],
    );
    return invitation
      ? ok({ hash, invitation, totpSecret: totpSecretOf(secret.value) })
      : err({ because: 'unknown-code' } as const);
  }

  return {
    /** Makes a code that is good once, within a day. It is told once: only its hash is kept. */
    async make({ person, name, role }: Invitation): Promise<string> {
      const secret = random.bytes(size.bytes);
      await database.run(
        `insert into invitations (hash, person, name, role, expires)
         values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))`,
        [hashOf(secret), person, name, role, clock.now() + life],
      );
      return recoveryCodeOf(secret, size);
    },
    /** Whom a code invites, with the secret for their telephone. */
    open: (code: string) => find(database, code),
    /** Makes the account, and uses the code up. */
    accept(said: Accepting): Promise<Result<Member, InvitationRefusal>> {
      return database.transaction(async (within) => {
        const found = await find(within, said.code);
        if (!found.ok) return found;
        const { hash, invitation, totpSecret } = found.value;
        const step = stepTyped(totpSecret, said.totp, clock.now());
        if (step === null) return err({ because: 'wrong-totp' });
        const person = invitation.person ?? said.person;
        if (invitation.person === null && (await known.find(within, person))) return err({ because: 'taken' });
        const used = await within.run('update invitations set used = true where hash = $1 and not used', [hash]);
        if (used === 0) return err({ because: 'unknown-code' });
        const member = { person, name: invitation.name ?? said.name, role: invitation.role };
        await known.keep(within, member, said.password, totpSecret, step);
        await within.run('delete from staff_sessions where person = $1', [person]);
        return ok(member);
      });
    },
  };
}
export type Invitations = ReturnType<typeof invitations>;
