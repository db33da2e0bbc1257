import { ed25519Check } from '../../node/ed25519';
import type { NetworkState } from '../../shared/bridge/network';
import type { Attempt, AttemptEnd, Examined } from '../../shared/exchange/examined';
import { hostOf } from '../../shared/exchange/subnet';
import type { DeviceId } from '../../shared/journal/launch';
import { alarm } from '../exchange/alarm';
import { attempted } from './attempt';
import { knownNeighbours } from './neighbourTable';
import { ownInterfaces } from './ownAddresses';

export interface ExaminationPorts {
  readonly interfaces: () => Examined['interfaces'];
  /** Null where the system does not tell. */
  readonly neighbours: () => Promise<readonly string[] | null>;
  readonly attempt: (device: DeviceId, address: string) => Promise<AttemptEnd>;
}

/** Of this machine, as it is. */
export function examinationPorts(): ExaminationPorts {
  const check = ed25519Check();
  return {
    interfaces: () =>
      ownInterfaces().map(({ name, address, cidr }) => ({ name, address, prefix: Number(cidr?.split('/')[1] ?? 0) })),
    neighbours: knownNeighbours,
    attempt: (device, address) => attempted(device, address, { check, alarm }),
  };
}

/** Tries every address of every relay once, all at once, and this machine's own. Takes four seconds at most. */
export async function examine(
  { device: own, serving, relays, ahead }: NetworkState,
  { interfaces, neighbours, attempt }: ExaminationPorts,
): Promise<Examined> {
  const tried = async (device: DeviceId, addresses: readonly string[]) =>
    Promise.all(addresses.map(async (address) => ({ address, ended: await attempt(device, address) })));
  const [ends, ownEnds] = await Promise.all([
    Promise.all(relays.map(({ device, addresses }) => tried(device, addresses))),
    serving && tried(own, serving.addresses),
  ]);
  // asked last: by then the system has looked for each of them
  const known = await neighbours();
  const withSeen = (each: { readonly address: string; readonly ended: AttemptEnd }): Attempt => {
    const host = hostOf(each.address);
    return { ...each, seen: known && !host.includes(':') ? known.includes(host) : null };
  };
  return {
    interfaces: interfaces(),
    relays: relays.map(({ device, ahead: compared }, index) => ({
      device,
      attempts: (ends[index] ?? []).map(withSeen),
      before: compared !== null, // learnt anew each time the program starts
    })),
    own: ownEnds?.map(withSeen) ?? null,
    neighbours: known && [...known].slice(0, 500),
    ahead,
  };
}
