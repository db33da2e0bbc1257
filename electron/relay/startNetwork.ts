import { ed25519Check } from '../../node/ed25519';
import { serverId } from '../../shared/exchange/names';
import { CentreNetwork, type NetworkPorts } from './centreNetwork';
import { ownAddresses } from './ownAddresses';
import { openRelay } from './relay';
import { wayToDevice } from './wayToDevice';

/** Opens the centre's own network over the open journal, for as long as the program runs, with or without windows. */
export async function startNetwork(
  ports: Omit<NetworkPorts, 'wayTo' | 'listen' | 'addresses'>,
): Promise<CentreNetwork> {
  const { journal, quarantine, centre, clock, random, alarm, steady, came, broken } = ports;
  const check = ed25519Check();
  return CentreNetwork.open({
    ...ports,
    addresses: ownAddresses,
    wayTo: (device, addresses) => wayToDevice(serverId.of(device), addresses, check, alarm),
    listen: (port, serving) =>
      openRelay(
        {
          ...{ journal, quarantine, centre, clock, random, alarm, steady, came, broken, ...serving },
          routes: new Map(),
        },
        port,
      ),
  });
}
