import type { FastifyRequest } from 'fastify';
import { err, ok, type Result } from '../../../shared/kernel/result';
import { type Member, mayActAs, type StaffRole } from '../../staff/member';
import type { SignedIn } from '../../staff/signedIn';
import type { SessionCookie } from './cookie';
import { type ApiRefusal, refusals } from './reply';

/** Who asks. Every route under `/vigie/api/` but those of signing in begins with `requires`. */
export interface StaffGuard {
  /** Null when nobody is signed in there, or no longer. */
  signedIn(request: FastifyRequest): Promise<Member | null>;
  requires(request: FastifyRequest, role: StaffRole): Promise<Result<Member, ApiRefusal>>;
}

export function staffGuard(sessions: SignedIn, cookie: SessionCookie): StaffGuard {
  async function signedIn(request: FastifyRequest): Promise<Member | null> {
    const token = cookie.read(request);
    return token === null ? null : sessions.memberOf(token);
  }

  return {
    signedIn,
    async requires(request, role) {
      const member = await signedIn(request);
      if (!member) return err(refusals.notSignedIn);
      return mayActAs(member, role) ? ok(member) : err(refusals.notEntitled);
    },
  };
}

/**
 * Whether a request comes from our own page. Browsers tell it, and no page can make them lie; what changes something
 * must tell its origin, what only reads is of no use to other sites, which see no answer.
 */
export function fromOwnPage({ method, headers, protocol, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(method === 'GET' && site === 'none')) return false;
  return method === 'GET' || headers.origin === `${protocol}://${host}`;
}
