import { z } from 'zod';
import { centreCode } from '../../shared/exchange/names';
import { err, ok } from '../../shared/kernel/result';
import { readTold } from '../../shared/watch/told';
import type { Trail } from '../audit/trail';
import type { Database } from '../database/database';
import type { Api } from '../http/vigie/scope';
import { centreNamed } from '../sessions/sessions';
import { enteredData } from './enteredStatuses';

/** What staff does on the watch itself: a status typed in, a list taken away. Both are told in headquarters' journal. */
export function enteringRoutes(
  api: Api,
  { database, trail }: { readonly database: Database; readonly trail: Trail },
): void {
  api.staff(
    { method: 'POST', path: '/statuses', role: 'watch', says: z.object({ typed: enteredData.shape.typed }) },
    async ({ said: { typed }, by }) => {
      const told = readTold(typed);
      if (!told.ok) return err({ refused: 'misheard', fault: told.error });
      const centre = centreCode.of(told.value.centre);
      if (!(await centreNamed(database, centre))) return err({ refused: 'unknown-centre', centre });
      await trail(by.person, { kind: 'status.entered', about: { centre }, data: { typed, by: by.name } });
      return ok({ centre });
    },
  );

  const exported = z.object({ what: z.enum(['centres']), rows: z.int().min(0).max(100_000) });
  api.staff({ method: 'POST', path: '/exports', role: 'watch', says: exported }, async ({ said, by }) => {
    await trail(by.person, { kind: 'export.made', about: { what: said.what }, data: { rows: said.rows } });
    return ok({});
  });
}
