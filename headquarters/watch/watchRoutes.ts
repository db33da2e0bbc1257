import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { centreCode } from '../../shared/exchange/names';
import { fromUtf8 } from '../../shared/kernel/bytes';
import { streamId } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/ports';
import { WATCH } from '../../shared/watch/live';
import type { Database } from '../database/database';
import { entriesBeyond } from './journalReading';
import type { Watch } from './watch';
import type { FeedEvent } from './watchFeed';

export interface WatchRoutesPorts {
  readonly watch: Watch;
  readonly database: Database;
  readonly clock: Clock;
}

/** Bytes that wait for a page that does not read: beyond these it is cut off, and comes again when it can. */
const mostWaiting = 8 * 1024 * 1024;

/** What the vigie's page asks: the stream of all centres, and one centre's entries. For those who have signed in. */
export function watchRoutes(app: FastifyInstance, { watch, database, clock }: WatchRoutesPorts): () => void {
  const open = new Set<() => void>();

  app.get(WATCH.path, (request, reply) => {
    const last = request.headers['last-event-id'];
    open.add(stream(request, reply, typeof last === 'string' ? last : null));
  });

  app.post('/vigie/api/centres/:centre/entries', async (request, reply) => {
    const wanted = asked.safeParse({ params: request.params, body: request.body });
    if (!wanted.success) return reply.code(400).send({ because: 'not-understood' });
    const { params, body } = wanted.data;
    const entries = await entriesBeyond(database, params.centre, new Map(body.known));
    // the bytes are JSON already: they are handed on as they were signed
    const said = entries.map(({ id, bytes }) => `{"id":"${id}","entry":${fromUtf8(bytes) ?? 'null'}}`);
    return reply.type('application/json; charset=utf-8').send(`{"entries":[${said.join(',')}]}`);
  });

  function stream(request: FastifyRequest, reply: FastifyReply, lastId: string | null): () => void {
    reply.hijack();
    const { raw } = reply;
    const squeezed = String(request.headers['accept-encoding'] ?? '').includes('gzip');
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
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
    const stop = watch.listen(lastId, write);
    const pulse = setInterval(
      () => out.write(`event: pulse\ndata: ${JSON.stringify({ now: clock.now() })}\n\n`),
      WATCH.pulse,
    );
    const end = () => {
      clearInterval(pulse);
      stop();
      open.delete(end);
      out.end();
    };
    raw.on('close', end);
    raw.on('error', end);
    return end;
  }

  return () => {
    for (const end of [...open]) end();
  };
}

const asked = z.object({
  params: z.object({ centre: centreCode.schema }),
  body: z.object({ known: z.array(z.tuple([streamId.schema, z.int().min(0)])).max(20_000) }),
});
