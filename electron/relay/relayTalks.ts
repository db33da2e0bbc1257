import { type CentreCode, serverId } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { attempted } from './attempt';
import type { KnownRelays } from './knownRelays';
import { LookingAgain, type LookNearby } from './lookingAgain';
import { type TalkPorts, TalkWithRelay } from './talkWithRelay';
import type { WayToDevice } from './wayToDevice';

export interface RelayTalksPorts extends Omit<TalkPorts, 'way'> {
  readonly relays: KnownRelays;
  readonly wayTo: (device: DeviceId, addresses: () => readonly string[]) => WayToDevice;
  /** The centre's code; null before this machine has a centre. */
  readonly centre: () => CentreCode | null;
  readonly nearby: LookNearby;
  /** Whether that is another machine of the centre. */
  readonly mayRelay: (device: DeviceId) => boolean;
  /** A relay that nobody reached answers at another address, or a machine of the centre that was none before. */
  readonly found: (device: DeviceId, address: string) => Promise<void>;
}

/** What this machine has with every relay that it knows and that is one of the centre's, and with no other. */
export class RelayTalks {
  private readonly talks = new Map<DeviceId, TalkWithRelay>();

  private readonly lookingAgain: LookingAgain;

  constructor(private readonly ports: RelayTalksPorts) {
    const { journal, nearby, found, mayRelay, alarm, broken } = ports;
    this.lookingAgain = new LookingAgain({
      ...{ nearby, found, alarm, broken },
      lost: () => this.all.filter(isLost).map(({ device }) => device),
      mayBeNew: (device) => !this.talks.has(device) && mayRelay(device),
      isAt: async (device, address) =>
        (await attempted(device, address, { check: journal.check, alarm })).kind === 'answered',
    });
  }

  get all(): readonly TalkWithRelay[] {
    return [...this.talks.values()];
  }

  with(device: DeviceId): TalkWithRelay | null {
    return this.talks.get(device) ?? null;
  }

  /** Begins to talk with those that are new, and ends with those that are known no more. */
  async meet(): Promise<void> {
    const { relays, wayTo, changed } = this.ports;
    const centre = this.ports.centre();
    const known = new Set(relays.all);
    for (const device of centre ? known : []) {
      if (this.talks.has(device) || !centre) continue;
      const way = wayTo(device, () => relays.addressesOf(device));
      this.talks.set(
        device,
        new TalkWithRelay(
          device,
          { server: serverId.of(device), centre },
          {
            ...this.ports,
            way,
            changed: () => {
              changed();
              this.lookingAgain.look();
            },
          },
        ),
      );
    }
    for (const [device, talk] of this.talks) {
      if (known.has(device)) continue;
      this.talks.delete(device);
      await talk.level.stop();
    }
  }

  async stop(): Promise<void> {
    this.lookingAgain.stop();
    const ended = this.all.map(({ level }) => level.stop());
    this.talks.clear();
    await Promise.all(ended);
  }
}

/** Whether nobody answers at a relay's addresses who has its key. */
function isLost({ level }: TalkWithRelay): boolean {
  return level.trouble?.kind === 'unreachable' || level.trouble?.kind === 'tls';
}
