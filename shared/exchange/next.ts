import type { StreamId } from '../kernel/ids';
import { MAX_WANTS } from './limits';
import type { Difference } from './look';
import { GATHERING } from './pacing';
import type { Talk } from './talk';

/** What one side does next. */
export type Act =
  /** Nothing before that moment of the steady clock, unless something happens. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'hello' }
  | { readonly kind: 'tell' }
  | { readonly kind: 'push'; readonly streams: readonly StreamId[] }
  | { readonly kind: 'pull'; readonly streams: readonly StreamId[] };

/**
 * Decides: first what it takes to be heard, then how the server stands, then what it lacks, for that is what could be
 * lost, then what is lacking here; then rest.
 */
export function nextAct(talk: Talk, difference: Difference, now: number): Act {
  if (now < talk.notBefore) return { kind: 'wait', until: talk.notBefore };
  if (talk.protocol === null || talk.challenge === null) return { kind: 'hello' };
  if (!talk.theirs || talk.stale || now >= talk.recheckAt) return { kind: 'tell' };
  const { pushes, wants } = difference;
  const gathered = talk.wroteAt === null ? now : talk.wroteAt + GATHERING;
  if (pushes.length > 0 && now >= gathered) return { kind: 'push', streams: pushes };
  if (wants.length > 0) return { kind: 'pull', streams: wants.slice(0, MAX_WANTS) };
  return { kind: 'wait', until: pushes.length > 0 ? Math.min(gathered, talk.recheckAt) : talk.recheckAt };
}
