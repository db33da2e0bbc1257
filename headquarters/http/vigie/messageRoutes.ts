import { z } from 'zod';
import { messageKinds } from '../../../shared/exam/messages/kinds';
import { paperDesignation } from '../../../shared/exam/papers/designation';
import { toBase64url } from '../../../shared/kernel/bytes';
import { messageId, type PersonId, sessionId } from '../../../shared/kernel/ids';
import type { Clock, Random } from '../../../shared/kernel/ports';
import { err, ok } from '../../../shared/kernel/result';
import type { Trail } from '../../audit/trail';
import type { Database } from '../../database/database';
import type { Messaging, Told } from '../../publishing/messages';
import { type Centre, centresOf } from '../../sessions/sessions';
import type { Watch } from '../../watch/watch';
import type { Answer } from './reply';
import type { Api } from './scope';
import { examCentre } from './sessionRoutes';

export interface MessageRoutesPorts {
  readonly database: Database;
  readonly messages: Messaging;
  readonly watch: Pick<Watch, 'papers'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly trail: Trail;
}

const designations = z.array(paperDesignation).max(60).default([]);

const addressed = z.object({
  session: sessionId.schema,
  /** All centres of the session where none are named. */
  centres: z.array(examCentre).min(1).max(5_000).nullable().default(null),
});

/** Messages to centres of a session: an erratum, an instruction, something to know; replaced under their name, or withdrawn. */
export function messageRoutes(api: Api, ports: MessageRoutesPorts): void {
  const { database, messages, watch, clock, random, trail } = ports;

  /** The centres that are meant; null when one of them is not of the session. */
  async function meant({ session, centres }: z.infer<typeof addressed>): Promise<readonly Centre['centre'][] | null> {
    const all = (await centresOf(database, session)).map(({ centre }) => centre);
    if (centres === null) return all;
    const known = new Set(all);
    return centres.every((each) => known.has(each)) ? [...new Set(centres)] : null;
  }

  async function noted(by: PersonId, message: string, told: readonly Told[]): Promise<Answer> {
    for (const { centre, entry } of told)
      if (entry !== null) await trail(by, { kind: 'message.sent', about: { centre }, data: { entry } });
    return ok({ message, told });
  }

  api.staff(
    {
      method: 'POST',
      path: '/sessions/:session/papers',
      role: 'watch',
      says: addressed.extend({ papers: designations }),
    },
    async ({ said }) => {
      const centres = await meant(said);
      return centres ? ok(watch.papers(centres, said.papers)) : err({ refused: 'unknown' });
    },
  );

  api.staff(
    {
      method: 'POST',
      path: '/sessions/:session/messages',
      role: 'watch',
      says: addressed.extend({
        /** Of a message that is replaced, or sent again where it did not arrive; a new one where there is none. */
        message: messageId.schema.nullable().default(null),
        ...messageKinds['message.sent'].data.omit({ at: true, papers: true }).shape,
        /** By designation: each centre has its own names for them. */
        papers: designations,
      }),
    },
    async ({ said, by }) => {
      const centres = await meant(said);
      if (!centres || centres.length === 0) return err({ refused: 'unknown' });
      const { session: _session, centres: _centres, message: named, ...text } = said;
      const message = named ?? messageId.of(`M${toBase64url(random.bytes(12))}`);
      const command = { kind: 'message.sent', about: { message }, data: { ...text, at: clock.now() } } as const;
      return noted(by.person, message, await messages.tell(by.person, centres, command));
    },
  );

  api.staff(
    {
      method: 'POST',
      path: '/sessions/:session/messages/:message/withdraw',
      role: 'watch',
      says: addressed.extend({ message: messageId.schema, reason: z.string().trim().min(1).max(500) }),
    },
    async ({ said, by }) => {
      const centres = await meant(said);
      if (!centres || centres.length === 0) return err({ refused: 'unknown' });
      const { message, reason } = said;
      const command = { kind: 'message.withdrawn', about: { message }, data: { reason, at: clock.now() } } as const;
      return noted(by.person, message, await messages.tell(by.person, centres, command));
    },
  );
}
