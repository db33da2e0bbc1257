import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';

/**
 * How far an entry has come: kept here, or signed for by headquarters; `at` is when it took it in, by its own clock, and
 * null where this machine did not bring it there or knows the hour no more.
 */
export type Reach = { readonly kind: 'here' } | { readonly kind: 'there'; readonly at: Instant | null };

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

/** How far an entry has come. @param place null for one that is still on its way to the disk */
export function reachOf({ chains, forks }: Received, id: EntryId, place: EntryPlace | null): Reach {
  if (place?.beside) return forks.has(id) ? { kind: 'there', at: null } : { kind: 'here' };
  const chain = place && chains.get(place.stream);
  if (!chain || chain.seq < place.seq) return { kind: 'here' };
  return { kind: 'there', at: chain.hours.find(({ seq }) => seq >= place.seq)?.at ?? null };
}
