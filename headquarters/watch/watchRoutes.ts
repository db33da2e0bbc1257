import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MAX_SEQ } from '../../shared/journal/entry';
import { fromUtf8 } from '../../shared/kernel/bytes';
import { streamId } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/ports';
import { err, ok } from '../../shared/kernel/result';
import { WATCH } from '../../shared/watch/live';
import type { Database } from '../database/database';
import { fromOwnPage, type StaffGuard } from '../http/vigie/guard';
import { answered, refusals } from '../http/vigie/reply';
import type { Api } from '../http/vigie/scope';
import { examCentre } from '../http/vigie/sessionRoutes';
import { entriesBeyond } from './journalReading';
import type { Watch } from './watch';
import type { FeedEvent } from './watchFeed';

/** Bytes that wait for a page that does not read: beyond these it is cut off, and comes again when it can. */
const mostWaiting = 8 * 1024 * 1024;

export interface WatchStreamPorts {
  readonly watch: Pick<Watch, 'listen'>;
  readonly guard: StaffGuard;
  readonly clock: Clock;
  /** What went wrong while nobody waited for an answer. */
  failed(error: unknown): void;
}

/** The stream of all centres, for as long as whoever opened it is signed in. Returns what ends every open one. */
export function watchStream(app: FastifyInstance, { watch, guard, clock, failed }: WatchStreamPorts): () => void {
  const open = new Set<() => void>();

  app.get(WATCH.path, async (request, reply) => {
    if (!fromOwnPage(request)) return answered(reply, err(refusals.otherSite));
    const member = await guard.requires(request, 'watch');
    if (!member.ok) return answered(reply, member);
    begin(request, reply);
    return reply;
  });

  function begin(request: FastifyRequest, reply: FastifyReply): void {
    const last = request.headers['last-event-id'];
    reply.hijack();
    const { raw } = reply;
    const squeezed = String(request.headers['accept-encoding'] ?? '').includes('gzip');
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // a server that stops ends its streams, and waits for no connection to be idle afterwards
      connection: 'close',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      ...(squeezed ? { 'content-encoding': 'gzip' } : {}),
    });
    const gzip = squeezed ? createGzip({ flush: constants.Z_SYNC_FLUSH }) : null;
    gzip?.pipe(raw);
    const out = gzip ?? raw;
    const write = ({ id, type, data }: FeedEvent) => {
      out.write(`${id === '' ? '' : `id: ${id}\n`}event: ${type}\ndata: ${data}\n\n`);
      if (out.writableLength + raw.writableLength > mostWaiting) raw.destroy();
    };
    const stop = watch.listen(typeof last === 'string' ? last : null, write);
    const pulse = setInterval(() => {
      out.write(`event: pulse\ndata: ${JSON.stringify({ now: clock.now() })}\n\n`);
      guard.requires(request, 'watch').then((member) => {
        if (!member.ok) end();
      }, failed);
    }, WATCH.pulse);
    const end = () => {
      clearInterval(pulse);
      stop();
      open.delete(end);
      out.end();
    };
    open.add(end);
    raw.on('close', end);
    raw.on('error', end);
  }

  return () => {
    for (const end of [...open]) end();
  };
}

/** One centre's entries, as they were signed: the page folds them itself, as the centre's own desks do. */
export function centreEntriesRoute(api: Api, database: Database): void {
  api.staff({ method: 'POST', path: '/centres/:centre/entries', role: 'watch', says: asked }, async ({ said }) => {
    const entries = await entriesBeyond(database, said.centre, new Map(said.known));
    return ok({ entries: entries.map(({ id, bytes }) => ({ id, said: fromUtf8(bytes) ?? '' })) });
  });
}

const asked = z.object({
  centre: examCentre,
  known: z.array(z.tuple([streamId.schema, z.int().min(0).max(MAX_SEQ)])).max(20_000),
});
