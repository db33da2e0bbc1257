import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { err } from '../../../shared/kernel/result';
import type { Member, StaffRole } from '../../staff/member';
import { TooBusy } from '../../tooBusy';
import { bugFacts, type Log } from '../log';
import type { Metrics } from '../metrics';
import { fromOwnPage, type StaffGuard } from './guard';
import { type Answer, answered, refusals } from './reply';

/** What a request may weigh, in bytes: of somebody who has not signed in, of staff, and of who brings files. */
const mostBytes = { open: 16 * 1024, staff: 4 * 1024 * 1024, files: 32 * 1024 * 1024 } as const;

export interface ApiPorts {
  readonly guard: StaffGuard;
  /** Throws `TooBusy` when this address asks too often. */
  admitted<T>(address: string, work: () => Promise<T>): Promise<T>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What somebody signed in asks for; `said` is the body of a POST or the query of a GET, as its schema has it. */
export interface Asked<Said> {
  readonly said: Said;
  readonly by: Member;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface RouteOf<Schema extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  /** Below `/vigie/api`; parameters as `:centre` are members of what is said. */
  readonly path: string;
  readonly says: Schema;
}

/** Routes of the page's own interface: JSON in and out, from our own page only, nothing kept by caches. */
export interface Api {
  /** A route for those who are signed in and have this role, or one above it. */
  staff<Schema extends z.ZodType>(
    route: RouteOf<Schema> & { readonly role: StaffRole; readonly takesFiles?: true },
    act: (asked: Asked<z.infer<Schema>>) => Promise<Answer>,
  ): void;
  /** A route for anybody: it must count attempts by itself. */
  open<Schema extends z.ZodType>(
    route: RouteOf<Schema>,
    act: (asked: Omit<Asked<z.infer<Schema>>, 'by'>) => Promise<Answer>,
  ): void;
}

/** Adds `/vigie/api` to the server. */
export function vigieApi(app: FastifyInstance, ports: ApiPorts, routes: (api: Api) => void): void {
  app.register(
    async (scope) => {
      scope.addContentTypeParser(
        'application/json',
        { parseAs: 'string', bodyLimit: mostBytes.files },
        async (_request: FastifyRequest, body: string | Buffer) => parsed(String(body)),
      );
      scope.addHook('onRequest', async (request, reply) => {
        reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
        if (!fromOwnPage(request)) return answered(reply, err(refusals.otherSite));
      });
      scope.setErrorHandler(async (error, _request, reply) => {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return answered(reply, err({ refused: 'too-large' }));
        if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || error instanceof NotJson)
          return answered(reply, err(refusals.notUnderstood));
        if (error instanceof TooBusy) return answered(reply, err({ refused: 'wait', retryAfter: error.retryAfter }));
        ports.log('failed', bugFacts(error));
        return answered(reply, err(refusals.failed));
      });
      scope.setNotFoundHandler(async (_request, reply) => answered(reply, err({ refused: 'unknown' })));
      routes(apiOn(scope, ports));
    },
    { prefix: '/vigie/api' },
  );
}

function apiOn(scope: FastifyInstance, { guard, admitted, metrics }: ApiPorts): Api {
  const staff = new WeakMap<FastifyRequest, Member>();

  function add(
    { method, path }: Pick<RouteOf<z.ZodType>, 'method' | 'path'>,
    bodyLimit: number,
    before: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>,
    act: (request: FastifyRequest, reply: FastifyReply) => Promise<Answer>,
  ) {
    scope.route({
      method,
      url: path,
      bodyLimit,
      onRequest: before,
      handler: async (request, reply) => {
        const answer = await admitted(request.ip, () => act(request, reply));
        metrics.count('vigie_requests', { path, outcome: answer.ok ? 'ok' : answer.error.refused });
        return answered(reply, answer);
      },
    });
  }

  return {
    staff: (route, act) =>
      add(
        route,
        route.takesFiles ? mostBytes.files : mostBytes.staff,
        async (request, reply) => {
          // Before the body is read: a stranger's is not taken in
          const member = await admitted(request.ip, () => guard.requires(request, route.role));
          if (!member.ok) return answered(reply, member);
          staff.set(request, member.value);
          return undefined;
        },
        async (request, reply) => {
          const by = staff.get(request);
          if (!by) throw new Error('nobody is let in unasked');
          const said = route.says.safeParse(saidIn(request));
          return said.success ? act({ said: said.data, by, request, reply }) : err(notUnderstood(said.error));
        },
      ),
    open: (route, act) =>
      add(
        route,
        mostBytes.open,
        async () => undefined,
        async (request, reply) => {
          const said = route.says.safeParse(saidIn(request));
          return said.success ? act({ said: said.data, request, reply }) : err(notUnderstood(said.error));
        },
      ),
  };
}

/** Which member is not as it should be; not what it was. */
function notUnderstood({ issues }: z.ZodError) {
  return { ...refusals.notUnderstood, field: issues[0]?.path.join('.') ?? '' };
}

const members = z.record(z.string(), z.unknown());

/** What was said, as one object; null, which no schema takes, where the body is no object. */
function saidIn({ method, query, body, params }: FastifyRequest): unknown {
  const said = members.safeParse((method === 'GET' ? query : body) ?? {});
  return said.success ? { ...said.data, ...members.parse(params) } : null;
}

class NotJson extends Error {}

/** In JSON, how what no table holds may be written: U+0000, and halves of a character. */
const suspect = /\\u(0000|d[89a-f])/i;
const unholdable = (text: string) => text.includes('\u0000') || /\p{Cs}/u.test(text);

/** What JSON holds. Throws `NotJson` where it is none, or where a text in it holds what no table can. */
function parsed(text: string): unknown {
  let holds = true;
  const looked = (name: string, value: unknown) => {
    if (unholdable(name) || (typeof value === 'string' && unholdable(value))) holds = false;
    return value;
  };
  try {
    const said: unknown = JSON.parse(text, suspect.test(text) ? looked : undefined);
    if (holds) return said;
  } catch {
    // what it says is of no interest
  }
  throw new NotJson();
}
