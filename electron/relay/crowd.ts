import { type Rate, rates } from '../../shared/exchange/rates';

/** A dozen machines may share one address. */
const perAddress: Rate = { burst: 400, perSecond: 80 };
/** Requests worked on at once: each may hold a few MiB. */
const atOnce = 16;
const whenFull = 500;
/** Milliseconds after which who is still sending gives way to the next, where it is full. */
const givesWay = 2_000;

/** Somebody with a request. */
export interface Comer {
  readonly address: string;
  /** Ends their connection. */
  cut(): void;
}

interface Place extends Comer {
  readonly since: number;
  /** Its request has not come whole yet. */
  sending: boolean;
}

/** Why somebody is to come back later, in milliseconds: they ask too often, or all places are taken. */
export interface Wait {
  readonly because: 'often' | 'full';
  readonly milliseconds: number;
}

/**
 * Keeps a relay within its means, whoever asks. Who only pretends to send holds a place for moments.
 * @param steady milliseconds of a clock that only goes forward
 */
export function crowd(steady: () => number) {
  const byAddress = rates(perAddress, steady);
  const inside = new Set<Place>();

  const hasPlace = (): boolean => {
    if (inside.size < atOnce) return true;
    const now = steady();
    const slow = [...inside].find(({ sending, since }) => sending && now - since >= givesWay);
    if (!slow) return false;
    inside.delete(slow);
    slow.cut();
    return true;
  };

  return {
    /** Does the work, which says when the request has come whole; or has them wait. */
    async admitted(
      comer: Comer,
      work: (whole: () => void) => Promise<void>,
      busy: (wait: Wait) => Promise<void>,
    ): Promise<void> {
      const wait = byAddress(comer.address);
      if (wait > 0) return busy({ because: 'often', milliseconds: wait });
      if (!hasPlace()) return busy({ because: 'full', milliseconds: whenFull });
      const { address } = comer;
      const place: Place = { address, cut: () => comer.cut(), since: steady(), sending: true };
      inside.add(place);
      try {
        await work(() => {
          place.sending = false;
        });
      } finally {
        inside.delete(place);
      }
    },
  };
}
