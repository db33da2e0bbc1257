import Fastify, { type FastifyInstance } from 'fastify';
import { refusing } from '../../shared/exchange/answering';
import { CONTENT_TYPE } from '../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../shared/exchange/limits';
import { type EnrolmentPorts, enrolmentRoute } from './enrolmentRoute';
import { type ExchangePorts, exchangeRoutes, sent, tooLarge } from './exchangeRoutes';
import { bugFacts } from './log';

export interface ServerPorts {
  readonly exchange: ExchangePorts;
  readonly enrolment: EnrolmentPorts;
  /** Adds what staff can do with a browser. */
  vigie(app: FastifyInstance): void;
  /** Whether the database answers. */
  healthy(): Promise<boolean>;
  /** PEM; null where something before this server ends TLS. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** Whether callers' addresses are told by something before this server. */
  readonly behindProxy: boolean;
}

const slow = { requestTimeout: 30_000, connectionTimeout: 60_000, keepAliveTimeout: 65_000 };

/** The server as callers see it: the exchange, the enrolment, its health and its counts. */
export function httpServer({ exchange, enrolment, vigie, healthy, tls, behindProxy }: ServerPorts): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_REQUEST_BYTES,
    trustProxy: behindProxy,
    forceCloseConnections: 'idle',
    ...slow,
    ...(tls ? { https: { cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' } } : {}),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(CONTENT_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.setErrorHandler(async (error, _request, reply) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sent(reply, await refusing(exchange.answering, tooLarge));
    if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return reply.code(415).send();
    exchange.log('failed', bugFacts(error));
    return sent(reply, await refusing(exchange.answering, { because: 'failed' }));
  });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send());

  exchangeRoutes(app, exchange);
  enrolmentRoute(app, enrolment);
  vigie(app);
  app.get('/healthz', async (_request, reply) => {
    const well = await healthy();
    return reply.code(well ? 200 : 503).send({ database: well ? 'up' : 'down' });
  });
  app.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(exchange.metrics.text()));
  return app;
}
