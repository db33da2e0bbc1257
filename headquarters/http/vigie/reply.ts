import type { FastifyReply } from 'fastify';
import type { Result } from '../../../shared/kernel/result';

/** Why a request of a page was not carried out: a word of ours, and facts that the page puts into French. */
export interface ApiRefusal {
  readonly refused: string;
  readonly [fact: string]: unknown;
}

/** What a route answers: a value that JSON can hold, or why not. */
export type Answer = Result<unknown, ApiRefusal>;

export const refusals = {
  notUnderstood: { refused: 'not-understood' },
  notSignedIn: { refused: 'not-signed-in' },
  notEntitled: { refused: 'not-entitled' },
  otherSite: { refused: 'other-site' },
  failed: { refused: 'failed' },
} as const satisfies Readonly<Record<string, ApiRefusal>>;

const statuses = new Map<string, number>([
  ['not-understood', 400],
  ['not-signed-in', 401],
  ['refused', 401],
  ['not-entitled', 403],
  ['other-site', 403],
  ['unknown', 404],
  ['too-large', 413],
  ['wait', 429],
  ['failed', 500],
]);

/** Sends an answer as JSON; a refusal with the status of its word, 409 for those of one route alone. */
export function answered(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.ok) return reply.code(200).send(answer.value ?? {});
  if (typeof answer.error.retryAfter === 'number')
    reply.header('retry-after', String(Math.ceil(answer.error.retryAfter / 1000)));
  return reply.code(statuses.get(answer.error.refused) ?? 409).send(answer.error);
}
