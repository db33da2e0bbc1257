import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';

/**
 * How far an entry has come: kept here, signed for by a relay of the centre, or by headquarters; `at` is when they took it
 * in, by their own clock, and null where this machine did not bring it there or knows the hour no more.
 */
export type Reach = { readonly kind: 'here' } | { readonly kind: 'relay' | 'there'; readonly at: Instant | null };

type Told = BridgeOutput<'receivedThere'>;

/** What headquarters has signed for. */
export interface Received {
  readonly chains: ReadonlyMap<StreamId, Told['chains'][number]>;
  readonly forks: ReadonlySet<EntryId>;
}

export function receivedFrom({ chains, forks }: Told): Received {
  return { chains: new Map(chains.map((each) => [each.stream, each])), forks: new Set(forks) };
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
  const there = headquarters && takenIn(headquarters, id, place);
  if (there) return { kind: 'there', ...there };
  const nearer = relay && takenIn(relay, id, place);
  return nearer ? { kind: 'relay', ...nearer } : { kind: 'here' };
}

/** Null where it was not signed for. */
function takenIn({ chains, forks }: Received, id: EntryId, place: EntryPlace | null) {
  if (place?.beside) return forks.has(id) ? { at: null } : null;
  const chain = place && chains.get(place.stream);
  if (!chain || chain.seq < place.seq) return null;
  return { at: chain.hours.find(({ seq }) => seq >= place.seq)?.at ?? null };
}
