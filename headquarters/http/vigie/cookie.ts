import type { FastifyReply, FastifyRequest } from 'fastify';

const token = /^[A-Za-z0-9_-]{43}$/;

/**
 * The cookie in which a browser keeps that somebody is signed in: no script reads it, no other site sends it. Over TLS
 * its name binds it to this very host.
 */
export function sessionCookie(overTls: boolean) {
  const name = overTls ? '__Host-cachet' : 'cachet';
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
      return found.length === 1 && token.test(only) ? only : null;
    },
    set(reply: FastifyReply, value: string): void {
      reply.header('set-cookie', `${name}=${value}; ${attributes}`);
    },
    clear(reply: FastifyReply): void {
      reply.header('set-cookie', `${name}=; ${attributes}; Max-Age=0`);
    },
  };
}
export type SessionCookie = ReturnType<typeof sessionCookie>;
