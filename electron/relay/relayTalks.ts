import { type CentreCode, serverId } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import type { KnownRelays } from './knownRelays';
import { type TalkPorts, TalkWithRelay } from './talkWithRelay';
import type { WayToDevice } from './wayToDevice';

export interface RelayTalksPorts extends Omit<TalkPorts, 'way'> {
  readonly relays: KnownRelays;
  readonly wayTo: (device: DeviceId, addresses: () => readonly string[]) => WayToDevice;
  /** The centre's code; null before this machine has a centre. */
  readonly centre: () => CentreCode | null;
}

/** What this machine has with every relay that it knows and that is one of the centre's, and with no other. */
export class RelayTalks {
  private readonly talks = new Map<DeviceId, TalkWithRelay>();

  constructor(private readonly ports: RelayTalksPorts) {}

  get all(): readonly TalkWithRelay[] {
    return [...this.talks.values()];
  }

  with(device: DeviceId): TalkWithRelay | null {
    return this.talks.get(device) ?? null;
  }

  /** Begins to talk with those that are new, and ends with those that are known no more. */
  async meet(): Promise<void> {
    const { relays, wayTo } = this.ports;
    const centre = this.ports.centre();
    const known = new Set(relays.all);
    for (const device of centre ? known : []) {
      if (this.talks.has(device) || !centre) continue;
      const way = wayTo(device, () => relays.addressesOf(device));
      this.talks.set(
        device,
        new TalkWithRelay(device, { server: serverId.of(device), centre }, { ...this.ports, way }),
      );
    }
    for (const [device, talk] of this.talks) {
      if (known.has(device)) continue;
      this.talks.delete(device);
      await talk.level.stop();
    }
  }

  async stop(): Promise<void> {
    const ended = this.all.map(({ level }) => level.stop());
    this.talks.clear();
    await Promise.all(ended);
  }
}
