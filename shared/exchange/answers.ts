import type { SealedEntry } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { type DeviceId, deviceOf } from '../journal/launch';
import type { VerifiedEntry } from '../journal/verify';
import { err, ok, type Result } from '../kernel/result';
import { channelNameOf } from '../kernel/statement';
import type { StorageFault } from '../kernel/storage';
import { holdingsOf } from './holdings';
import type { Answer, Request } from './messages';
import { endsOf, gathered } from './missing';
import type { Receipt } from './receipt';
import { type ChecksAhead, type Judge, type Quarantine, type ReceivingPorts, receive } from './receive';
import { differing, digestsOf, type StreamTips, shelved } from './tips';

/** A device that is let in, and what it may do. */
export interface Guest {
  readonly device: DeviceId;
  readonly standing: 'granted' | 'revoked';
  /** The channels it is given entries of, by the last part of their streams' ids. */
  readonly reads: readonly string[];
  /** The centre's journal, quarantine and rights. */
  readonly journal: Journal;
  readonly quarantine: Quarantine;
  readonly judge: Judge;
  readonly meet?: ReceivingPorts['meet'];
}

/** What an answer says beside what all answers say. */
type Said<Type extends Answer['type']> = Omit<
  Extract<Answer, { type: Type }>,
  'protocol' | 'server' | 'epoch' | 'nonce' | 'at' | 'challenge' | 'time'
>;
type Asked<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** Characters of shelves in one answer, so that it stays well within `MAX_ANSWER_BYTES`. */
const tellAtMost = 6 * 1024 * 1024;

/** Tells the shelves of which the asker believes something else. */
export async function toldTo(guest: Guest, { knows }: Asked<'tell'>): Promise<Said<'told'>> {
  const { tips } = await holdingsOf(guest.journal);
  const own = guest.standing === 'revoked' ? [...tips].filter(([stream]) => deviceOf(stream) === guest.device) : tips;
  const visible = new Map(own);
  const shelves = shelved(visible);
  const told: [number, StreamTips[]][] = [];
  let length = 0;
  for (const shelf of differing(knows, digestsOf(visible))) {
    const streams = [...(shelves[shelf] ?? [])].map(([stream, ends]): StreamTips => [stream, [...ends]]);
    length += JSON.stringify(streams).length;
    if (length > tellAtMost && told.length > 0) return { ...standing(guest), shelves: told, more: true };
    told.push([shelf, streams]);
  }
  return { ...standing(guest), shelves: told, more: false };
}

function standing({ standing, reads }: Guest) {
  return { type: 'told', standing, reads: standing === 'revoked' ? [] : [...reads] } as const;
}

/** Whether a stream is the asker's to read. */
export function mayRead({ reads }: Guest, [stream]: StreamTips): boolean {
  return reads.includes(channelNameOf(stream));
}

/** Gathers what the asker wants and may read. */
export async function givenTo(
  guest: Guest,
  { wants, maxEntries, maxBytes }: Asked<'pull'>,
  receiptFor: (held: VerifiedEntry) => Receipt,
): Promise<{ readonly said: Said<'given'>; readonly entries: readonly SealedEntry[] }> {
  const readable = wants.filter((want) => mayRead(guest, want));
  const portion = { entries: maxEntries, bytes: maxBytes };
  const { batch, unmet } = await gathered(await holdingsOf(guest.journal), readable, portion);
  const said: Said<'given'> = {
    type: 'given',
    entries: batch.entries.length,
    receipts: endsOf(batch.entries).map(receiptFor),
    unmet: [...unmet],
    more: batch.full,
  };
  return { said, entries: batch.sealed };
}

/** Takes in what the asker brings; gives receipts for what is then durable. */
export async function takenFrom(
  guest: Guest,
  entries: readonly SealedEntry[],
  ahead: ChecksAhead,
  receiptFor: (held: VerifiedEntry) => Receipt,
): Promise<Result<{ readonly said: Said<'taken'>; readonly added: readonly VerifiedEntry[] }, StorageFault>> {
  const received = await receive({ ...guest, ahead }, entries);
  if (!received.ok) return err(received.error);
  const { ends, added, quarantined, gaps } = received.value;
  const said: Said<'taken'> = {
    type: 'taken',
    receipts: ends.map(receiptFor),
    quarantined: [...quarantined],
    gaps: [...gaps],
  };
  return ok({ said, added });
}
