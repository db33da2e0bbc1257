import type { FastifyReply, FastifyRequest } from 'fastify';

const token = /^[A-Za-z0-9_-]{43}$/;
const marks = /^[A-Za-z0-9_.~-]{1,400}$/;
const yearSeconds = 365 * 24 * 3_600;

/** The cookie in which a browser keeps that somebody is signed in, until it is closed. */
export const sessionCookie = (overTls: boolean) => cookie('cachet', token, overTls);
export type SessionCookie = ReturnType<typeof sessionCookie>;

/** The cookie in which a browser keeps for a year that somebody has signed in from it before. */
export const knownCookie = (overTls: boolean) => cookie('cachet-known', marks, overTls, yearSeconds);
export type KnownCookie = ReturnType<typeof knownCookie>;

/** A cookie that no script reads and no other site sends. Over TLS its name binds it to this very host. */
function cookie(called: string, form: RegExp, overTls: boolean, keptSeconds: number | null = null) {
  const name = overTls ? `__Host-${called}` : called;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${overTls ? '; Secure' : ''}`;

  return {
    /** What the browser brought; null where that is not one of ours. One that is there twice is none. */
    read({ headers }: FastifyRequest): string | null {
      const found = (headers.cookie ?? '')
        .split(';')
        .map((each) => each.trim().split('='))
        .filter(([each]) => each === name)
        .map(([, value = '']) => value);
      const [only = ''] = found;
      return found.length === 1 && form.test(only) ? only : null;
    },
    set(reply: FastifyReply, value: string): void {
      const kept = keptSeconds === null ? '' : `; Max-Age=${keptSeconds}`;
      reply.header('set-cookie', `${name}=${value}; ${attributes}${kept}`);
    },
    clear(reply: FastifyReply): void {
      reply.header('set-cookie', `${name}=; ${attributes}; Max-Age=0`);
    },
  };
}
