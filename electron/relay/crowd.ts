import { type Rate, rates } from '../../shared/exchange/rates';

/** A dozen machines may share one address. */
const perAddress: Rate = { burst: 400, perSecond: 80 };
/** Requests worked on at once: each may hold a few MiB. */
const atOnce = 16;
const whenFull = 500;

/**
 * Keeps a relay within its means, whoever asks.
 * @param steady milliseconds of a clock that only goes forward
 */
export function crowd(steady: () => number) {
  const byAddress = rates(perAddress, steady);
  let inside = 0;

  return {
    /** What comes of the work, or after how many milliseconds to come back. */
    async admitted<T>(address: string, work: () => Promise<T>, busy: (wait: number) => Promise<T>): Promise<T> {
      const wait = byAddress(address);
      if (wait > 0 || inside >= atOnce) return busy(wait || whenFull);
      inside++;
      try {
        return await work();
      } finally {
        inside--;
      }
    },
  };
}
