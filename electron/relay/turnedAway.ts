import type { NetworkState, TurnedAwayBecause } from '../../shared/bridge/network';
import type { Answered } from '../../shared/exchange/answering';
import type { DeviceId } from '../../shared/journal/launch';
import type { Clock } from '../../shared/kernel/ports';

/** Whom this relay turned away since it opened. */
export interface TurnedAway {
  /** @param device null for whoever is none of the centre's: any key is as good as another to them */
  note(because: TurnedAwayBecause, address: string, device?: DeviceId | null): void;
  all(): NetworkState['turnedAway'];
}

/** Why an answer was a refusal that people are to know of; null for what happens every day. */
export function whyTurnedAway({ refusal, withheld }: Answered): TurnedAwayBecause | null {
  if (withheld) return 'not-theirs';
  switch (refusal?.because) {
    case 'unknown-device':
      return 'stranger';
    case 'wrong-centre':
      return 'other-centre';
    case 'revoked':
      return 'dismissed';
    case 'bad-signature':
    case 'replayed':
      return 'forged';
    case 'not-understood':
      return 'nonsense';
    default:
      return null;
  }
}

/** Rows kept at once: the one that was silent longest goes, so that a flood fills no memory. */
const rows = 40;

/** @param changed there is more to tell */
export function turnedAway(clock: Clock, changed: () => void): TurnedAway {
  const noted = new Map<string, NetworkState['turnedAway'][number]>();

  return {
    note(because, address, device = null) {
      const name = `${because} ${device ?? address}`;
      const now = clock.now();
      const { first, times } = noted.get(name) ?? { first: now, times: 0 };
      noted.delete(name);
      for (const oldest of noted.keys()) {
        if (noted.size < rows) break;
        noted.delete(oldest);
      }
      noted.set(name, { because, device, address, times: times + 1, first, last: now });
      changed();
    },
    all: () => [...noted.values()].reverse(),
  };
}
