import type { NearbyRelay } from '../../shared/bridge/pairing';
import type { Alarm } from '../../shared/exchange/listening';
import { keyOf } from '../../shared/exchange/signature';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';

/** Tells which relays say that they are near, until ended. */
export type LookNearby = (changed: (found: readonly NearbyRelay[]) => void) => () => void;

export interface LookingAgainPorts {
  readonly nearby: LookNearby;
  readonly alarm: Alarm;
  /** The relays that are known and that nobody reaches now. */
  readonly lost: () => readonly DeviceId[];
  /** Whether that machine is one of the centre's that was no relay as far as is known here. */
  readonly mayBeNew: (device: DeviceId) => boolean;
  /** Knocks once at an address: whether whoever answers there has the relay's key. */
  readonly isAt: (device: DeviceId, address: string) => Promise<boolean>;
  /** A relay that was lost, or is new, answers there. */
  readonly found: (device: DeviceId, address: string) => Promise<void>;
  readonly broken: (bug: unknown) => void;
}

/** Milliseconds for which it is listened who is near, each time that a relay is not reached. */
const listensFor = 10_000;

/**
 * Looks for relays that are not reached any more, as one to which the network has given another address, and for machines
 * of the centre that became relays in their place, among those that say they are near. What is said there is an address to
 * knock at, and nothing more.
 */
export class LookingAgain {
  private end: (() => void) | null = null;
  private readonly knocked = new Set<string>();

  constructor(private readonly ports: LookingAgainPorts) {}

  /** Something has changed with a relay: looks for a while if one is lost, and not twice at once. */
  look(): void {
    const { nearby, alarm, lost } = this.ports;
    if (this.end || lost().length === 0) return;
    this.knocked.clear();
    const stopListening = nearby((found) => {
      for (const each of found) void this.knock(each).catch(this.ports.broken);
    });
    const silence = alarm.set(listensFor, () => this.stop());
    this.end = () => {
      silence();
      stopListening();
    };
  }

  stop(): void {
    this.end?.();
    this.end = null;
  }

  private async knock({ relay, address }: NearbyRelay): Promise<void> {
    const device = deviceOfKey(keyOf(relay));
    const where = `${device} ${address}`;
    const { lost, mayBeNew } = this.ports;
    if (this.knocked.has(where) || !(lost().includes(device) || mayBeNew(device))) return;
    this.knocked.add(where);
    if (await this.ports.isAt(device, address)) await this.ports.found(device, address);
  }
}
