import { ed25519Check } from '../../node/ed25519';
import type { JoiningState, NearbyRelay, PairingOfferState } from '../../shared/bridge/pairing';
import { type ServerId, serverId } from '../../shared/exchange/names';
import { CentreNetwork, type NetworkPorts } from './centreNetwork';
import { Joining } from './joining';
import { announced, lookedFor } from './nearby';
import { ownAddresses } from './ownAddresses';
import { Pairing } from './pairing';
import { pairingRoutes } from './pairingRoutes';
import { openRelay, type Relay } from './relay';
import { wayToDevice } from './wayToDevice';

/** The centre's own network, and how machines come into it. */
export interface StartedNetwork {
  readonly centre: CentreNetwork;
  readonly pairing: Pairing;
  readonly joining: Joining;
  /** Looks for relays nearby, or ends that. */
  lookNearby(on: boolean): void;
}

/** Opens the centre's own network over the open journal, for as long as the program runs, with or without windows. */
export async function startNetwork(
  ports: Omit<NetworkPorts, 'wayTo' | 'nearby' | 'listen' | 'addresses'> & {
    /** What the centre is called; null before there is one. */
    readonly centreName: () => string | null;
    readonly pairingChanged: (state: PairingOfferState | null) => void;
    readonly joiningChanged: (state: JoiningState) => void;
    readonly nearbyChanged: (found: readonly NearbyRelay[]) => void;
  },
): Promise<StartedNetwork> {
  const { journal, quarantine, centre: code, clock, random, alarm, steady, came, broken } = ports;
  const check = ed25519Check();
  const own = serverId.of(journal.device);
  const wayTo = (server: ServerId | null, addresses: () => readonly string[]) =>
    wayToDevice(server, addresses, check, alarm);
  const pairing = new Pairing({
    ...{ journal, clock, random, alarm, steady, changed: ports.pairingChanged },
    centre() {
      const known = code();
      return known === null ? null : { code: known, name: ports.centreName() ?? known };
    },
    async serving() {
      if ((await centre.state()).serving === null) await centre.serve({ on: true });
      return (await centre.state()).serving?.addresses ?? null;
    },
  });
  const routes = pairingRoutes(pairing, journal, clock);
  const centre = await CentreNetwork.open({
    ...ports,
    addresses: ownAddresses,
    wayTo: (device, addresses) => wayTo(serverId.of(device), addresses),
    nearby: (changed) => lookedFor(own, changed),
    async listen(port, serving) {
      const common = { journal, quarantine, centre: code, clock, random, alarm, steady, came, broken, ...serving };
      return heardNearby(await openRelay({ ...common, routes }, port), own);
    },
  });
  const joining = new Joining({
    ...{ journal, centre: code, check, clock, random, alarm, broken, changed: ports.joiningChanged },
    wayTo: (server, addresses) => wayTo(server, () => addresses),
    met: (device, addresses, told) => centre.met(device, addresses, told),
  });
  let endLooking: (() => void) | null = null;
  return {
    ...{ centre, pairing, joining },
    lookNearby(on) {
      endLooking?.();
      endLooking = on ? lookedFor(own, ports.nearbyChanged) : null;
      if (on) ports.nearbyChanged([]);
    },
  };
}

/** A relay is announced for as long as it is open. */
function heardNearby(relay: Relay, own: ServerId): Relay {
  const end = announced(own, relay.port);
  return {
    ...relay,
    async close() {
      end();
      await relay.close();
    },
  };
}
