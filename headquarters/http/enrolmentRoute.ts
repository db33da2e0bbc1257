import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { zip } from '../../node/zip';
import {
  ENROLMENT_PATH,
  type EnrolmentRefusal,
  type enrolled,
  enrol as enrolRequest,
  type notEnrolled,
} from '../../shared/exchange/enrolment';
import { readFrame, signedBy, writeFrame } from '../../shared/exchange/frame';
import { MAX_REQUEST_BYTES } from '../../shared/exchange/limits';
import { type Nonce, nonce } from '../../shared/exchange/names';
import { SPEAKS } from '../../shared/exchange/protocol';
import { keyOf } from '../../shared/exchange/signature';
import type { Clock, SignatureCheck } from '../../shared/kernel/ports';
import { err, type Result } from '../../shared/kernel/result';
import type { Applicant, Enrolled } from '../devices/enrolment';
import type { ServerKey } from '../identity/serverKey';
import { TooBusy } from '../tooBusy';
import { envelope } from './exchangeRoutes';
import { bugFacts, type Log } from './log';
import type { Metrics } from './metrics';

export interface EnrolmentPorts extends Pick<ServerKey, 'server' | 'signer'> {
  readonly check: SignatureCheck;
  readonly clock: Clock;
  /** @param address from which it asks */
  enrol(applicant: Applicant, code: string, address: string): Promise<Result<Enrolled, EnrolmentRefusal>>;
  /** Throws `TooBusy`: codes are not to be tried one after the other. */
  admitted<T>(address: string, work: () => Promise<T>): Promise<T>;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Outcome {
  readonly result: Result<Enrolled, EnrolmentRefusal>;
  readonly nonce: Nonce | null;
}

const asker = z.object({ nonce: nonce.schema });

/** Where a device shows its code, as `shared/exchange/enrolment.ts` has it. */
export function enrolmentRoute(app: FastifyInstance, ports: EnrolmentPorts): void {
  app.post(ENROLMENT_PATH, async (request, reply) => {
    const outcome = await attempt(ports, request.ip, request.body);
    const word = outcome.result.ok ? 'ok' : outcome.result.error.because;
    ports.metrics.count('enrolments', { outcome: word });
    ports.log('enrolment', { outcome: word });
    const frame = writeFrame('answer', answerOf(outcome, ports), [], (body) => ports.signer.sign(body));
    reply.code(outcome.result.ok ? 200 : 403).headers(envelope);
    return reply.send(Buffer.from(await zip.gzip(frame)));
  });
}

async function attempt(ports: EnrolmentPorts, address: string, body: unknown): Promise<Outcome> {
  try {
    return await ports.admitted(address, () => enrolling(ports, address, body));
  } catch (error) {
    if (error instanceof TooBusy)
      return { result: err({ because: 'busy', retryAfter: error.retryAfter }), nonce: null };
    ports.log('failed', bugFacts(error));
    return { result: err({ because: 'failed' }), nonce: null };
  }
}

async function enrolling(ports: EnrolmentPorts, address: string, body: unknown): Promise<Outcome> {
  const bytes = body instanceof Uint8Array ? await zip.gunzip(body, MAX_REQUEST_BYTES) : null;
  const frame = bytes?.ok ? readFrame(bytes.value) : null;
  if (!frame?.ok) return { result: err({ because: 'not-understood' }), nonce: null };
  const known = asker.safeParse(frame.value.head);
  const used = known.success ? known.data.nonce : null;
  const asked = enrolRequest.safeParse(frame.value.head);
  if (!asked.success) return { result: err({ because: 'not-understood' }), nonce: used };
  const { device, wrapping, code } = asked.data;
  if (!signedBy('request', frame.value, keyOf(device), ports.check))
    return { result: err({ because: 'bad-signature' }), nonce: used };
  return { result: await ports.enrol({ device, wrapping }, code, address), nonce: used };
}

function answerOf({ result, nonce }: Outcome, { server, clock }: EnrolmentPorts) {
  const common = { protocol: SPEAKS.newest, server, at: clock.now() };
  if (!result.ok)
    return { type: 'not-enrolled', ...common, nonce, refusal: result.error } satisfies z.infer<typeof notEnrolled>;
  if (nonce === null) throw new Error('nobody is enrolled without having asked');
  const { centre, channels } = result.value;
  return { type: 'enrolled', ...common, nonce, centre, reads: [...channels] } satisfies z.infer<typeof enrolled>;
}
