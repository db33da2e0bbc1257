import { z } from 'zod';
import { personId } from '../../../shared/kernel/ids';
import { err, ok } from '../../../shared/kernel/result';
import { headquartersItself, type Trail } from '../../audit/trail';
import type { Invitations } from '../../staff/invitations';
import type { KnownBrowsers } from '../../staff/knownBrowsers';
import type { LockOut } from '../../staff/lockOut';
import type { Member } from '../../staff/member';
import { PASSWORD_LENGTH } from '../../staff/passwords';
import type { SignedIn } from '../../staff/signedIn';
import { type SignInPorts, type SignInRefusal, signIn } from '../../staff/signIn';
import { otpauthUri } from '../../staff/totp';
import type { KnownCookie, SessionCookie } from './cookie';
import type { Api, Asked } from './scope';

export interface SignInRoutesPorts {
  readonly signIn: SignInPorts;
  readonly sessions: SignedIn;
  readonly invitations: Invitations;
  readonly lockOut: LockOut;
  readonly cookie: SessionCookie;
  readonly browsers: KnownBrowsers;
  readonly known: KnownCookie;
  readonly trail: Trail;
  /** 0 when this node may check one more password, of a known browser or a stranger, else after how many milliseconds. */
  passwordCheck(of: 'known' | 'stranger'): number;
}

const password = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);
const totp = z.string().max(20);
const code = z.string().max(60);
const name = z.string().trim().min(1).max(120);
const nothing = z.object({});

/** Signing in and out, and making an account with a code. */
export function signInRoutes(api: Api, ports: SignInRoutesPorts): void {
  const { sessions, invitations, lockOut, cookie, browsers, known, trail } = ports;

  /** Begins a session of its own for whoever has proven who they are: one that the browser brought is ended. */
  async function begin(member: Member, { request, reply }: Pick<Asked<unknown>, 'request' | 'reply'>) {
    const brought = cookie.read(request);
    if (brought !== null) await sessions.end(brought);
    cookie.set(reply, await sessions.begin(member.person));
    known.set(reply, browsers.remembering(known.read(request), member.person));
    await trail(member.person, { kind: 'staff.signedIn', about: { person: member.person }, data: {} });
    return ok(member);
  }

  /** Counts attempts at codes by address; those that are one of ours count for nothing. */
  async function tried<T extends { readonly ok: boolean }>(address: string, attempt: () => Promise<T>) {
    const counted = { what: 'code', name: address } as const;
    const retryAfter = await lockOut.attempt(counted);
    if (retryAfter > 0) return err({ because: 'wait', retryAfter } as const);
    const found = await attempt();
    if (found.ok) await lockOut.succeeded(counted);
    return found;
  }

  api.open(
    {
      method: 'POST',
      path: '/sign-in',
      says: z.object({ person: z.string().max(200), password: z.string().max(PASSWORD_LENGTH.most), totp }),
    },
    async ({ said, request, reply }) => {
      const browser = browsers.recognised(known.read(request), said.person);
      const busy = ports.passwordCheck(browser === null ? 'stranger' : 'known');
      if (busy > 0) return err({ refused: 'wait', retryAfter: busy });
      const member = await signIn(ports.signIn, { ...said, address: request.ip, browser });
      if (member.ok) return begin(member.value, { request, reply });
      const { because, ...facts } = member.error;
      const tells = because === 'refused' || (await lockOut.attempt({ what: 'told', name: said.person })) === 0;
      if (tells) await trail(headquartersItself, await refusedAct(ports.signIn, said.person, because));
      return err({ refused: because, ...facts });
    },
  );

  api.open({ method: 'POST', path: '/sign-out', says: nothing }, async ({ request, reply }) => {
    const token = cookie.read(request);
    const member = token === null ? null : await sessions.memberOf(token);
    if (token !== null) await sessions.end(token);
    cookie.clear(reply);
    if (member) await trail(member.person, { kind: 'staff.signedOut', about: { person: member.person }, data: {} });
    return ok({});
  });

  api.staff({ method: 'GET', path: '/me', role: 'watch', says: nothing }, async ({ by }) => ok(by));

  api.open({ method: 'POST', path: '/invitations/open', says: z.object({ code }) }, async ({ said, request }) => {
    const found = await tried(request.ip, () => invitations.open(said.code));
    if (!found.ok) return refusedWord(found.error);
    const { invitation, totpSecret } = found.value;
    return ok({ ...invitation, otpauth: otpauthUri(invitation.person ?? 'administration', totpSecret) });
  });

  api.open(
    {
      method: 'POST',
      path: '/invitations/accept',
      says: z.object({ code, person: personId.schema, name, password, totp }),
    },
    async ({ said, request, reply }) => {
      const joined = await tried(request.ip, () => invitations.accept(said));
      if (!joined.ok) return refusedWord(joined.error);
      const { person, role } = joined.value;
      await trail(person, { kind: 'staff.joined', about: { person }, data: { role } });
      return begin(joined.value, { request, reply });
    },
  );
}

/**
 * As whom somebody did not sign in, or was not looked at for having tried too often: told only where it is an account, for
 * what was typed may be anything.
 */
async function refusedAct({ accounts, database }: SignInPorts, typed: string, because: SignInRefusal['because']) {
  const named = personId.parse(typed);
  const known = named.ok && (await accounts.find(database, named.value)) !== null;
  const about = { person: known ? named.value : null };
  return { kind: 'staff.refused', about, data: { because } } as const;
}

function refusedWord({ because, ...facts }: { readonly because: string }) {
  return err({ refused: because, ...facts });
}
