import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { zip } from '../../node/zip';
import { type Answered, type AnsweringPorts, answering, refusing } from '../../shared/exchange/answering';
import type { Guest } from '../../shared/exchange/answers';
import { CONTENT_TYPE, PATHS, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../shared/exchange/limits';
import type { Epoch } from '../../shared/exchange/names';
import { SPEAKS } from '../../shared/exchange/protocol';
import { type Refusal, statusOf } from '../../shared/exchange/refusals';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { storageFaultOf } from '../database/databaseFault';
import { TooBusy } from '../tooBusy';
import { bugFacts, type Log } from './log';
import type { Metrics } from './metrics';

export const envelope = {
  'content-type': CONTENT_TYPE,
  [PROTOCOL_HEADER]: String(SPEAKS.newest),
  'cache-control': 'no-store',
};

export interface ExchangePorts {
  readonly answering: AnsweringPorts;
  /** The last one known, for refusals when the database may not answer. */
  lastEpoch(): Promise<Epoch>;
  /** Throws `TooBusy` when this address asks too often, or the node has as much to do as it can. */
  admitted<T>(address: string, work: () => Promise<T>): Promise<T>;
  /** Tells the others of a centre that a guest brought entries. */
  tell(by: Guest, entries: readonly VerifiedEntry[]): void;
  /** Goes on with pokes where a `listen` was welcome. */
  pokes(reply: FastifyReply, answered: Answered): void;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The four questions and the stream of pokes, as `shared/exchange/http.ts` has them. */
export function exchangeRoutes(app: FastifyInstance, ports: ExchangePorts): void {
  for (const [type, path] of Object.entries(PATHS)) {
    app.post(path, async (request, reply) => {
      const answered = await answer(ports, request);
      const outcome = answered.refusal?.because ?? 'ok';
      ports.metrics.count('exchange_requests', { type, outcome });
      if (answered.refusal) ports.log('refused', { type, because: outcome });
      if (answered.brought && answered.brought.entries.length > 0) {
        ports.metrics.count('entries', {}, answered.brought.entries.length);
        ports.tell(answered.brought.by, answered.brought.entries);
      }
      if (answered.listener) ports.pokes(reply, answered);
      else await sent(reply, answered);
    });
  }
}

/** Sends an answer's frame with the status and the headers of the exchange. */
export async function sent(reply: FastifyReply, { frame, refusal }: Pick<Answered, 'frame' | 'refusal'>) {
  reply.code(refusal ? statusOf[refusal.because] : 200).headers(envelope);
  return reply.send(Buffer.from(await zip.gzip(frame)));
}

async function answer(ports: ExchangePorts, request: FastifyRequest): Promise<Answered> {
  const refuse = (refusal: Refusal) => refusing(ports.answering, refusal);
  try {
    return await ports.admitted(request.ip, async () => {
      if (!(request.body instanceof Uint8Array)) return refuse({ because: 'not-understood' });
      const frame = await zip.gunzip(request.body, MAX_REQUEST_BYTES);
      if (frame.ok) return answering(ports.answering, frame.value);
      return refuse(frame.error === 'too-long' ? tooLarge : { because: 'not-understood' });
    });
  } catch (error) {
    const refused = (refusal: Refusal) => refusing({ ...ports.answering, epoch: ports.lastEpoch }, refusal);
    if (error instanceof TooBusy) return refused({ because: 'busy', retryAfter: error.retryAfter });
    ports.log('failed', bugFacts(error));
    return refused({ because: storageFaultOf(error)?.reason === 'full' ? 'full' : 'failed' });
  }
}

export const tooLarge = { because: 'too-large', maxBytes: MAX_REQUEST_BYTES } as const;
