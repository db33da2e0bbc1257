import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { RelayState } from '../../shared/bridge/network';
import type { Hours, ReceivedHour } from '../../shared/exchange/hours';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import type { LevelWithServer } from '../exchange/levelWithServer';
import type { SignedFor } from '../exchange/received';

/** How this machine stands with one relay, as windows are told. */
export async function relayStateOf(
  level: LevelWithServer,
  {
    device,
    addresses,
    through,
    heard,
    heardAt,
  }: Pick<RelayState, 'device' | 'addresses' | 'through' | 'heard' | 'heardAt'>,
): Promise<RelayState> {
  const state = await level.state();
  if (state.kind !== 'enrolled') throw new Error('a relay that is talked to has a state');
  const { phase, standing, lastContact, nextTry, pokes, trouble, awaited } = state;
  return {
    ...{ device, addresses, through, phase, standing, lastContact, nextTry, pokes, trouble, heard, heardAt },
    ahead: level.ahead,
    awaited: awaited.entries,
  };
}

/** What any of several servers has signed for, each stream as the one tells it that has come furthest. */
export function signedTogether(
  all: readonly (SignedFor & { readonly hours: Hours })[],
): BridgeOutput<'receivedAtRelay'> {
  const chains = new Map<StreamId, { readonly seq: number; readonly hours: readonly ReceivedHour[] }>();
  const forks = new Set<EntryId>();
  for (const signed of all) {
    for (const [stream, seq] of signed.chains) {
      if (seq > (chains.get(stream)?.seq ?? 0)) chains.set(stream, { seq, hours: signed.hours.get(stream) ?? [] });
    }
    for (const fork of signed.forks) forks.add(fork);
  }
  return {
    chains: [...chains].map(([stream, { seq, hours }]) => ({ stream, seq, hours: [...hours] })),
    forks: [...forks],
  };
}
