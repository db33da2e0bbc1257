import type { SessionFacts } from '../../shared/exam/session/kinds';
import { fact } from '../../shared/exam/state';
import { useCentre } from '../store/useDesk';

/** The session this machine prepares. The preparation is only drawn once there is one. */
export function useSession(): SessionFacts {
  const session = useCentre((store) => fact(store.state, 'session', 'session', 'session'));
  if (!session) throw new Error('the preparation was drawn before a session was published');
  return session;
}
