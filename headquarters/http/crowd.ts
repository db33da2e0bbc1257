import { type Rate, rates } from '../../shared/exchange/rates';
import { TooBusy } from '../tooBusy';

/** A centre's machines may share one address. */
const perAddress: Rate = { burst: 1_200, perSecond: 200 };
const perDevice: Rate = { burst: 120, perSecond: 20 };
/** Requests that are worked on at once: each may hold a few MiB. */
const atOnce = 48;
const whenFull = 1_000;

/**
 * Keeps one node within its means: so many requests by each address and each device, and so many at once.
 * @param steady milliseconds of a clock that only goes forward
 */
export function crowd(steady: () => number) {
  const byAddress = rates(perAddress, steady);
  const byDevice = rates(perDevice, steady);
  let inside = 0;

  return {
    /** Throws `TooBusy`, or does the work. */
    async admitted<T>(address: string, work: () => Promise<T>): Promise<T> {
      const wait = byAddress(address);
      if (wait > 0) throw new TooBusy(wait);
      if (inside >= atOnce) throw new TooBusy(whenFull);
      inside++;
      try {
        return await work();
      } finally {
        inside--;
      }
    },
    /** Throws `TooBusy`. To be asked once a device has proven its key: nobody spends another one's share. */
    counted(device: string): void {
      const wait = byDevice(device);
      if (wait > 0) throw new TooBusy(wait);
    },
    get inside() {
      return inside;
    },
  };
}
