import { z } from 'zod';
import { recoveryKey } from '../../../shared/exam/session/kinds';
import { isZone } from '../../../shared/exam/session/today';
import { centreCode } from '../../../shared/exchange/names';
import { sessionId } from '../../../shared/kernel/ids';
import { err, ok } from '../../../shared/kernel/result';
import type { Trail } from '../../audit/trail';
import type { Database } from '../../database/database';
import type { Importing } from '../../publishing/importing';
import { addCentre, allSessions, centreNamed, centresOf, createSession, sessionNamed } from '../../sessions/sessions';
import type { Api } from './scope';

export interface SessionRoutesPorts {
  readonly database: Database;
  readonly imports: Importing;
  readonly trail: Trail;
}

const text = (most: number) => z.string().trim().min(1).max(most);
/** The national number of a centre: `siege` and its like are headquarters' own. */
export const examCentre = centreCode.schema.refine((code) => /^\d{7}[A-Z]$/.test(code));

const newSession = z.object({
  id: sessionId.schema,
  name: text(120),
  year: z.int().min(2000).max(2100),
  zone: z.string().max(64).refine(isZone).default('Europe/Paris'),
  authority: z.string().trim().max(120),
  demonstration: z.boolean().default(false),
  recoveryKeys: z.array(recoveryKey).max(8).default([]),
});

const files = z
  .array(z.object({ name: text(200), content: z.base64() }))
  .min(1)
  .max(60)
  .transform((all) =>
    all.map(({ name, content }) => ({ name, bytes: new Uint8Array(Buffer.from(content, 'base64')) })),
  );

/** Sessions, their centres, and what is published to them. */
export function sessionRoutes(api: Api, { database, imports, trail }: SessionRoutesPorts): void {
  api.staff({ method: 'GET', path: '/sessions', role: 'watch', says: z.object({}) }, async () =>
    ok({ sessions: await allSessions(database) }),
  );

  api.staff({ method: 'POST', path: '/sessions', role: 'publisher', says: newSession }, async ({ said, by }) => {
    if (!(await createSession(database, said))) return err({ refused: 'taken' });
    const { id, ...data } = said;
    await trail(by.person, { kind: 'session.created', about: { session: id }, data });
    return ok(said);
  });

  const ofSession = z.object({ session: sessionId.schema });
  api.staff({ method: 'GET', path: '/sessions/:session/centres', role: 'watch', says: ofSession }, async ({ said }) =>
    ok({ centres: await centresOf(database, said.session) }),
  );

  api.staff(
    {
      method: 'POST',
      path: '/sessions/:session/centres',
      role: 'publisher',
      says: ofSession.extend({ centre: examCentre, name: text(120), town: z.string().trim().max(80) }),
    },
    async ({ said, by }) => {
      const session = await sessionNamed(database, said.session);
      if (!session) return err({ refused: 'unknown' });
      if (!(await addCentre(database, said))) {
        const known = await centreNamed(database, said.centre);
        return err({ refused: 'taken', session: known?.session ?? null });
      }
      await imports.announce(by.person, session, said);
      await trail(by.person, { kind: 'centre.added', about: { centre: said.centre }, data: { session: session.id } });
      return ok(said);
    },
  );

  for (const publishes of [false, true])
    api.staff(
      {
        method: 'POST',
        path: `/sessions/:session/${publishes ? 'publish' : 'preview'}`,
        role: 'publisher',
        takesFiles: true,
        says: ofSession.extend({ files }),
      },
      async ({ said, by }) => {
        const session = await sessionNamed(database, said.session);
        if (!session) return err({ refused: 'unknown' });
        const done = publishes
          ? await imports.publish(by.person, session, said.files)
          : await imports.preview(by.person, session, said.files);
        if (!done.ok) return err({ refused: 'faulty', faults: done.error });
        if (publishes)
          for (const { centre, source, entries, lists } of done.value) {
            const { added, changed } = lists.candidates;
            const data = { source, entries, candidates: added + changed };
            await trail(by.person, { kind: 'dossier.published', about: { centre }, data });
          }
        return ok({ centres: done.value });
      },
    );
}
