import type { NetworkState } from '../../shared/bridge/network';
import type { KnownRelays } from './knownRelays';
import type { Relay, RelayPorts } from './relay';

/** What a relay asks of the machine that it is. */
export type Serving = Pick<RelayPorts, 'changed' | 'time' | 'passedAfter'>;

export interface OwnRelayPorts {
  /** Opens this machine's own relay. Rejects where it cannot listen. */
  readonly listen: (port: number, serving: Serving) => Promise<Relay>;
  /** Where the others reach this machine at a port. */
  readonly addresses: (port: number) => readonly string[];
}

/** The relay that this machine is, for as long as it is one. */
export class OwnRelay {
  private relay: Relay | null = null;
  private notServing: NetworkState['notServing'] = null;

  constructor(
    private readonly ports: OwnRelayPorts,
    private readonly relays: KnownRelays,
    private readonly serving: Serving,
  ) {}

  get serves(): boolean {
    return this.relay !== null;
  }

  get state(): Pick<NetworkState, 'serving' | 'notServing' | 'heard' | 'turnedAway'> {
    const { relay, notServing } = this;
    const listening = new Set(relay?.listening());
    const heard = [...(relay?.heard() ?? [])].map(([device, { at, address }]) => ({
      ...{ device, at, address },
      listening: listening.has(device),
    }));
    return {
      serving: relay && { addresses: [...this.ports.addresses(relay.port)] },
      ...{ notServing, heard },
      turnedAway: [...(relay?.turnedAway.all() ?? [])],
    };
  }

  /** Listens where it last did, or at any port that is free. */
  async open(): Promise<void> {
    if (this.relay) return;
    const { listen, addresses } = this.ports;
    const { port } = this.relays.remembered;
    this.relay = await listen(port, this.serving).catch(() => listen(0, this.serving).catch(() => null));
    if (this.relay === null) this.notServing = 'failed';
    else this.notServing = addresses(this.relay.port).length === 0 ? 'no-address' : null;
    if (this.relay && this.relay.port !== port) await this.relays.keep({ port: this.relay.port });
  }

  async close(): Promise<void> {
    await this.relay?.close();
    this.relay = null;
    this.notServing = null;
  }

  /** Tells all who listen to it that there is something new. */
  poke(): void {
    this.relay?.poke();
  }
}
