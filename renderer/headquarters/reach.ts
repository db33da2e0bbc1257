import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';

/**
 * How far an entry has come: kept here, signed for by a relay of the centre, or by headquarters; `at` is null when that was
 * before this start.
 */
export type Reach = { readonly kind: 'here' } | { readonly kind: 'relay' | 'there'; readonly at: Instant | null };

/** A stream's chain is received up to `seq` since `at`. */
interface Step {
  readonly seq: number;
  readonly at: Instant | null;
}

/** What headquarters has signed for, and when this window learnt it. */
export interface Received {
  readonly chains: ReadonlyMap<StreamId, readonly Step[]>;
  readonly forks: ReadonlyMap<EntryId, Instant | null>;
}

/**
 * What is known once headquarters' receipts are told again. What no receipt names any more is here alone again.
 * @param at when it was told; null for the first time, whose receipts may be old
 */
export function receivedSince(
  before: Received | null,
  told: BridgeOutput<'receivedThere'>,
  at: Instant | null,
): Received {
  const chains = told.chains.map(({ stream, seq }) => {
    const steps = (before?.chains.get(stream) ?? []).filter((step) => step.seq <= seq);
    const reached = steps.at(-1)?.seq === seq;
    return [stream, reached ? steps : [...steps, { seq, at: before ? at : null }]] as const;
  });
  const forks = told.forks.map((id) => [id, before ? (before.forks.get(id) ?? at) : null] as const);
  return { chains: new Map(chains), forks: new Map(forks) };
}

/** Where an entry lies in the journal; `beside` where another holds its place in the chain. */
export interface EntryPlace {
  readonly stream: StreamId;
  readonly seq: number;
  readonly beside: boolean;
}

/** Who has signed for what; null where this machine does not ask. */
export interface ReceivedBy {
  readonly headquarters: Received | null;
  readonly relay: Received | null;
}

/** How far an entry has come. @param place null for one that is still on its way to the disk */
export function reachOf({ headquarters, relay }: ReceivedBy, id: EntryId, place: EntryPlace | null): Reach {
  const there = headquarters && since(headquarters, id, place);
  if (there) return { kind: 'there', at: there.at };
  const nearer = relay && since(relay, id, place);
  return nearer ? { kind: 'relay', at: nearer.at } : { kind: 'here' };
}

function since({ chains, forks }: Received, id: EntryId, place: EntryPlace | null): Pick<Step, 'at'> | null {
  if (place?.beside) {
    const at = forks.get(id);
    return at === undefined ? null : { at };
  }
  return (place && chains.get(place.stream)?.find(({ seq }) => seq >= place.seq)) ?? null;
}
