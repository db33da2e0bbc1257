import type { DeviceId } from '../journal/launch';
import type { EntryId, StreamId } from '../kernel/ids';
import type { LearntTime } from './centreTime';
import type { Hours } from './hours';
import type { Quarantined } from './messages';
import { type Portion, WHOLE } from './missing';
import type { Challenge, Epoch } from './names';
import type { Notices } from './notices';
import type { Receipt } from './receipt';
import type { ReceiptBook } from './receiptBook';
import type { Tip, Tips } from './tips';
import type { Trouble } from './trouble';

/**
 * All that one side knows of its talk with a server: a value, replaced at each step. Of it only the receipt book outlives
 * the program; the rest is learnt anew. Times are milliseconds of a steady clock, which only goes forward.
 */
export interface Talk {
  /** The device that asks. */
  readonly device: DeviceId;
  /** The version settled by a hello; null before, and when a hello is due anew. */
  readonly protocol: number | null;
  /** The certificate that was shown at the hello, where the transport knows it. */
  readonly shown: string | null;
  readonly challenge: Challenge | null;
  /** A challenge was refused since the last success: a second one is a failure. */
  readonly renewed: boolean;
  readonly epoch: Epoch | null;
  readonly standing: 'granted' | 'revoked';
  readonly reads: readonly string[];

  /** What the server holds, as it told and has acknowledged since; null before it told. */
  readonly theirs: Tips | null;
  /** There may be news: ask. */
  readonly stale: boolean;
  /** When a level replica asks anew. */
  readonly recheckAt: number;

  readonly receipts: ReadonlyMap<StreamId, readonly Receipt[]>;
  /** When the server took in what was pushed. */
  readonly hours: Hours;
  /** Receipts the server does not stand by, until it has told how much it lost. */
  readonly doubted: readonly Receipt[];
  /** What the server keeps aside. */
  readonly aside: ReadonlyMap<EntryId, Quarantined>;
  /** Receipts or `aside` have changed and are not kept yet. */
  readonly unkept: boolean;

  /** Streams of which the server gave all it would, since it last told something new of them. */
  readonly exhausted: ReadonlySet<StreamId>;
  /** Streams in which the server did not know our ends: to be wanted by entries further back. */
  readonly further: ReadonlySet<StreamId>;
  /** The last entry of a stream that the server gave, where it had more. */
  readonly met: ReadonlyMap<StreamId, Tip>;

  readonly portion: Portion;
  /** Successes in a row since the portion changed. */
  readonly streak: number;
  readonly failures: number;
  readonly notBefore: number;
  /** No nudge makes it earlier than this: a moment after a failure, or what the server asked for. */
  readonly atEarliest: number;
  /** When the first entry not pushed yet was written here, or null. */
  readonly wroteAt: number | null;
  readonly pokes: boolean;

  /** Why the last attempt failed; null once one succeeds. */
  readonly trouble: Trouble | null;
  /** What works and people should know of. */
  readonly notices: Notices;
  /** The centre's time as the server knows it; null before it answered. */
  readonly time: LearntTime | null;
}

/** A talk as it begins when the program starts. */
export function newTalk(device: DeviceId, book: ReceiptBook): Talk {
  return {
    device,
    protocol: null,
    shown: null,
    challenge: null,
    renewed: false,
    epoch: book.epoch,
    standing: 'granted',
    reads: [],
    theirs: null,
    stale: true,
    recheckAt: 0,
    receipts: byStream(book.receipts),
    hours: new Map(book.hours.map(({ stream, hours }) => [stream, hours])),
    doubted: [],
    aside: new Map(book.aside.map((each) => [each.id, each])),
    unkept: false,
    exhausted: new Set(),
    further: new Set(),
    met: new Map(),
    portion: WHOLE,
    streak: 0,
    failures: 0,
    notBefore: 0,
    atEarliest: 0,
    wroteAt: null,
    pokes: false,
    trouble: null,
    notices: { clock: null, inspected: false, restored: null },
    time: null,
  };
}

export function bookOf({ epoch, receipts, aside, hours }: Talk): ReceiptBook {
  return {
    epoch,
    receipts: [...receipts.values()].flat(),
    aside: [...aside.values()],
    hours: [...hours].map(([stream, each]) => ({ stream, hours: [...each] })),
  };
}

/** The server poked: there may be news. */
export function poked(talk: Talk, now: number): Talk {
  return { ...nudged(talk, now), stale: true };
}

/** The machine's network changed, it woke up, or a person asks: what failed may succeed now. */
export function networkChanged(talk: Talk, now: number): Talk {
  return { ...nudged(talk, now), stale: true };
}

/** Entries were written here. */
export function wrote(talk: Talk, now: number): Talk {
  return { ...talk, wroteAt: talk.wroteAt ?? now };
}

/** The stream of pokes opened, or ended. What was poked in between is not known: ask. */
export function listening(talk: Talk, pokes: boolean): Talk {
  return pokes === talk.pokes ? talk : { ...talk, pokes, stale: true };
}

function nudged(talk: Talk, now: number): Talk {
  return { ...talk, notBefore: Math.min(talk.notBefore, Math.max(now, talk.atEarliest)) };
}

function byStream(receipts: readonly Receipt[]): ReadonlyMap<StreamId, readonly Receipt[]> {
  const found = new Map<StreamId, Receipt[]>();
  for (const each of receipts) found.set(each.stream, [...(found.get(each.stream) ?? []), each]);
  return found;
}
