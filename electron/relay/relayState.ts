import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { RelayState } from '../../shared/bridge/network';
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

/** What any of several relays has signed for. */
export function signedTogether(all: readonly SignedFor[]): BridgeOutput<'receivedAtRelay'> {
  const chains = new Map<StreamId, number>();
  const forks = new Set<EntryId>();
  for (const signed of all) {
    for (const [stream, seq] of signed.chains) chains.set(stream, Math.max(seq, chains.get(stream) ?? 0));
    for (const fork of signed.forks) forks.add(fork);
  }
  const named = [...chains].filter(([, seq]) => seq > 0);
  return { chains: named.map(([stream, seq]) => ({ stream, seq })), forks: [...forks] };
}
