import type { ExchangeState } from '../../shared/bridge/exchange';
import type { Talk } from '../../shared/exchange/talk';
import { type Instant, instant } from '../../shared/kernel/instant';
import type { Enrolment } from './enrolmentFile';
import type { Awaited } from './received';

type Enrolled = Extract<ExchangeState, { kind: 'enrolled' }>;

/** What is remembered of a talk beside the talk itself: when things happened by this machine's clock. */
export interface Talking {
  readonly talk: Talk;
  /** When it works again; null while it does. */
  readonly nextTry: Instant | null;
  /** Nothing is to be sent or fetched before it asks anew. */
  readonly resting: boolean;
  readonly lastContact: Instant | null;
  readonly failingSince: Instant | null;
}

/**
 * A talk as it follows the one before; null where none did.
 * @param waitUntil until when it rests, by the steady clock; null while it works
 */
export function talkedOn(
  before: Talking | null,
  talk: Talk,
  waitUntil: number | null,
  { now, steady }: { readonly now: Instant; readonly steady: number },
): Talking {
  const answered = talk.challenge !== null && talk.challenge !== before?.talk.challenge;
  return {
    talk,
    nextTry: waitUntil === null ? null : instant.of(Math.round(now + Math.max(0, waitUntil - steady))),
    resting: waitUntil !== null && waitUntil >= talk.recheckAt,
    lastContact: answered ? now : (before?.lastContact ?? lastReceipt(talk)),
    failingSince: talk.trouble ? (before?.failingSince ?? now) : null,
  };
}

/** When the server last signed for something, by its clock: what is known of the last contact before the program started. */
function lastReceipt({ receipts }: Pick<Talk, 'receipts'>): Instant | null {
  const latest = [...receipts.values()].flat().reduce((last, { at }) => Math.max(last, at), 0);
  return latest > 0 ? instant.of(latest) : null;
}

/** A talk as windows are told of it. */
export function stateOf(
  { address, server, centre }: Enrolment,
  { talk, nextTry, resting, lastContact, failingSince }: Talking,
  awaited: Awaited,
  asideHere: Enrolled['asideHere'],
): Enrolled {
  const { reads, standing, pokes, trouble, notices, aside } = talk;
  return {
    kind: 'enrolled',
    address,
    server,
    centre,
    reads: [...reads],
    phase: phaseOf(talk, resting),
    awaited,
    lastContact,
    nextTry,
    standing,
    pokes,
    trouble: trouble && failingSince && { what: trouble, since: failingSince },
    notices,
    asideThere: [...aside.values()],
    asideHere,
  };
}

function phaseOf({ trouble, theirs }: Talk, resting: boolean): Enrolled['phase'] {
  if (trouble) return 'waiting';
  if (!theirs) return 'opening';
  return resting ? 'level' : 'exchanging';
}
