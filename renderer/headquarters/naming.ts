import type { CommandOf } from '../../shared/exam/catalogue';
import { type CentreState, fact } from '../../shared/exam/state';
import { namedText } from '../text/enrolment';

/** Whether the centre takes the holder of a key for headquarters: by its session, or because its head has named it. */
export function takenForHeadquarters(state: CentreState, server: string): boolean {
  const session = fact(state, 'session', 'session', 'session');
  const keys = (session?.headquarters ?? fact(state, 'headquarters', 'session', 'session'))?.signingKeys ?? [];
  return keys.some(({ publicKey }) => publicKey === server);
}

/** Whether the centre has a session, and neither it nor anybody else says who headquarters is. */
export function namesNobody(state: CentreState): boolean {
  const session = fact(state, 'session', 'session', 'session');
  return session !== null && !session.headquarters && !fact(state, 'headquarters', 'session', 'session');
}

/**
 * What the head says of the server that has let this machine in, where the session names nobody; null where there is
 * nothing to say, or no session yet: the one that comes from there names it.
 */
export function namingOf(state: CentreState, server: string): CommandOf<'headquarters.named'> | null {
  const session = fact(state, 'session', 'session', 'session');
  if (!session || session.headquarters || takenForHeadquarters(state, server)) return null;
  const data = { signingKeys: [{ label: namedText.label, publicKey: server }] };
  return { kind: 'headquarters.named', about: { session: session.id }, data };
}
