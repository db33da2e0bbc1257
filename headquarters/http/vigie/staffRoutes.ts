import { z } from 'zod';
import { personId } from '../../../shared/kernel/ids';
import { err, ok } from '../../../shared/kernel/result';
import type { Trail } from '../../audit/trail';
import type { Database } from '../../database/database';
import type { Accounts } from '../../staff/accounts';
import type { Invitations } from '../../staff/invitations';
import { staffRole } from '../../staff/member';
import type { SignedIn } from '../../staff/signedIn';
import type { Api } from './scope';

export interface StaffRoutesPorts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly sessions: SignedIn;
  readonly trail: Trail;
}

const name = z.string().trim().min(1).max(120);

/** Who works here: listed, invited (again, after a lost telephone), withdrawn. */
export function staffRoutes(api: Api, { database, accounts, invitations, sessions, trail }: StaffRoutesPorts): void {
  api.staff({ method: 'GET', path: '/staff', role: 'administrator', says: z.object({}) }, async () =>
    ok({ staff: await accounts.all(database) }),
  );

  api.staff(
    {
      method: 'POST',
      path: '/staff/invite',
      role: 'administrator',
      says: z.object({ person: personId.schema, name, role: staffRole }),
    },
    async ({ said, by }) => {
      const { person, role } = said;
      const code = await invitations.make(said);
      await trail(by.person, { kind: 'staff.invited', about: { person }, data: { role } });
      return ok({ code });
    },
  );

  api.staff(
    {
      method: 'POST',
      path: '/staff/:person/withdraw',
      role: 'administrator',
      says: z.object({ person: personId.schema, reason: z.string().trim().min(1).max(500) }),
    },
    async ({ said: { person, reason }, by }) => {
      if (person === by.person) return err({ refused: 'oneself' });
      if (!(await accounts.withdraw(database, person))) return err({ refused: 'unknown' });
      await sessions.endAllOf(person);
      await trail(by.person, { kind: 'staff.withdrawn', about: { person }, data: { reason } });
      return ok({});
    },
  );
}
