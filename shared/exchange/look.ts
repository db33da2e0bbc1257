import { deviceOf } from '../journal/launch';
import type { StreamId } from '../kernel/ids';
import { channelNameOf } from '../kernel/statement';
import type { HeldStream, Holdings } from './holdings';
import type { Receipt } from './receipt';
import type { Talk } from './talk';
import type { Tip } from './tips';

/** In what two replicas differ, as far as one of them can tell. */
export interface Difference {
  /** Streams with an end that no receipt names and the server did not refuse. */
  readonly pushes: readonly StreamId[];
  /** Streams of which the server holds what is not held here. */
  readonly wants: readonly StreamId[];
  /** Receipts for what the server, by its own telling, does not hold any more: it has been restored. */
  readonly broken: readonly Receipt[];
}

const none: Difference = { pushes: [], wants: [], broken: [] };

/**
 * Compares what is held here with what the server told. A stream in which the server stands elsewhere is wanted before
 * it is pushed: only then is it known from where on the server lacks anything.
 */
export async function differenceOf(holdings: Holdings, talk: Talk): Promise<Difference> {
  const { theirs } = talk;
  if (!theirs) return none;
  const pushes: StreamId[] = [];
  const wants: StreamId[] = [];
  const broken: Receipt[] = [];
  for (const stream of inOrder(new Set([...holdings.tips.keys(), ...theirs.keys(), ...talk.receipts.keys()]))) {
    const held = holdings.of(stream);
    const ends = theirs.get(stream) ?? [];
    const lies = await brokenOf(held, ends, talk);
    broken.push(...lies);
    if ((await unheld(held, ends)) && mayWant(talk, stream)) wants.push(stream);
    else if (unreceipted(held, talk, lies).length > 0) pushes.push(stream);
  }
  return { pushes, wants, broken };
}

/** Streams that say who is who go before all others: what is of somebody unknown is set aside. */
function inOrder(streams: ReadonlySet<StreamId>): readonly StreamId[] {
  const first = (stream: StreamId) => (channelNameOf(stream) === 'session' ? 0 : 1);
  return [...streams].sort((a, b) => first(a) - first(b));
}

function mayWant({ standing, reads, exhausted }: Talk, stream: StreamId): boolean {
  return standing === 'granted' && reads.includes(channelNameOf(stream)) && !exhausted.has(stream);
}

/** The ends of a stream here that no receipt names and the server does not keep aside. */
export function unreceipted(held: HeldStream, talk: Talk, broken: readonly Receipt[] = []): readonly Tip[] {
  const receipts = (talk.receipts.get(held.stream) ?? []).filter((each) => !broken.includes(each));
  return held.tips.filter(([, id]) => !talk.aside.has(id) && !receipts.some(({ head }) => head === id));
}

async function unheld(held: HeldStream, ends: readonly Tip[]): Promise<boolean> {
  const here = new Set(held.tips.map(([, id]) => id));
  for (const end of ends) if (!here.has(end[1]) && !(await held.entry(end))) return true;
  return false;
}

/** A revoked device is told of its own streams alone: from the absence of others it learns nothing. */
async function brokenOf(held: HeldStream, ends: readonly Tip[], talk: Talk): Promise<readonly Receipt[]> {
  if (talk.standing === 'revoked' && deviceOf(held.stream) !== talk.device) return [];
  const told = new Set(ends.map(([, id]) => id));
  const broken: Receipt[] = [];
  for (const receipt of talk.receipts.get(held.stream) ?? []) {
    if (told.has(receipt.head)) continue;
    const lineage = await held.behindAll(ends);
    const perhaps = lineage.unknown.some(([seq]) => seq > receipt.seq);
    if (!perhaps && !(await held.covers(lineage, [receipt.seq, receipt.head]))) broken.push(receipt);
  }
  return broken;
}
