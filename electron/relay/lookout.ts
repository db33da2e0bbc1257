import type { NearbyRelay } from '../../shared/bridge/pairing';
import type { Alarm } from '../../shared/exchange/listening';

/** Milliseconds between two questions to the network: what answers one may be lost on the way. */
const askAgain = 30_000;

export interface LookoutPorts {
  /** Looks for relays nearby, until ended. */
  readonly look: (found: (near: readonly NearbyRelay[]) => void) => () => void;
  readonly alarm: Alarm;
  readonly found: (near: readonly NearbyRelay[]) => void;
}

/** Looks for relays nearby for as long as none of those that this machine knows answers. */
export class Lookout {
  private end: (() => void) | null = null;

  constructor(private readonly ports: LookoutPorts) {}

  /** Follows how this machine stands with the relays that it knows. */
  see({ relays }: { readonly relays: readonly { readonly trouble: unknown }[] }): void {
    const alone = relays.length > 0 && relays.every(({ trouble }) => trouble !== null);
    if (alone === (this.end !== null)) return;
    if (alone) this.begin();
    else this.rest();
  }

  private begin(): void {
    const { look, alarm, found } = this.ports;
    const endLook = look(found);
    const endWait = alarm.set(askAgain, () => {
      endLook();
      this.begin();
    });
    this.end = () => {
      endWait();
      endLook();
    };
  }

  private rest(): void {
    this.end?.();
    this.end = null;
  }
}
