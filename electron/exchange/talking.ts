import type { ExchangeState } from '../../shared/bridge/exchange';
import type { Talk } from '../../shared/exchange/talk';
import { type Instant, instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import type { Enrolment } from './enrolmentFile';
import type { Awaited } from './received';

type Enrolled = Extract<ExchangeState, { kind: 'enrolled' }>;

/** What is remembered of a talk beside the talk itself: when things happened by this machine's clock. */
export interface Talking {
  readonly talk: Talk;
  /** Until when it rests, by the steady clock; null while it works. */
  readonly waitUntil: number | null;
  readonly lastContact: Instant | null;
  readonly failingSince: Instant | null;
}

/** A talk and its rest as they follow those before; null where none came before. */
export function talkedOn(before: Talking | null, talk: Talk, waitUntil: number | null, { now }: Clock): Talking {
  const answered = talk.challenge !== null && talk.challenge !== before?.talk.challenge;
  const failingSince = talk.trouble ? (before?.failingSince ?? now()) : null;
  return { talk, waitUntil, lastContact: answered ? now() : (before?.lastContact ?? lastReceipt(talk)), failingSince };
}

/** When the server last signed for something, by its clock: what is known of the last contact before the program started. */
function lastReceipt({ receipts }: Pick<Talk, 'receipts'>): Instant | null {
  const latest = [...receipts.values()].flat().reduce((last, { at }) => Math.max(last, at), 0);
  return latest > 0 ? instant.of(latest) : null;
}

/** A talk as windows are told of it. */
export function stateOf(
  { address, server, centre }: Enrolment,
  { talk, waitUntil, lastContact, failingSince }: Talking,
  awaited: Awaited,
  asideHere: Enrolled['asideHere'],
  { now, steady }: { readonly now: Instant; readonly steady: number },
): Enrolled {
  const { reads, standing, pokes, trouble, notices, aside } = talk;
  return {
    kind: 'enrolled',
    address,
    server,
    centre,
    reads: [...reads],
    phase: phaseOf(talk, waitUntil),
    awaited,
    lastContact,
    nextTry: waitUntil === null ? null : instant.of(Math.round(now + Math.max(0, waitUntil - steady))),
    standing,
    pokes,
    trouble: trouble && { what: trouble, since: failingSince ?? now },
    notices,
    asideThere: [...aside.values()],
    asideHere,
  };
}

function phaseOf({ trouble, theirs, recheckAt }: Talk, waitUntil: number | null): Enrolled['phase'] {
  if (trouble) return 'waiting';
  if (!theirs) return 'opening';
  return waitUntil !== null && waitUntil >= recheckAt ? 'level' : 'exchanging';
}
