import type { Duplex } from 'node:stream';
import { type Rate, rates } from '../../shared/exchange/rates';

/** Connections at once, and of one address: a hundred rooms have two or three each, and a dozen may share one address. */
const atMost = { inAll: 400, ofOne: 48 };
/** New connections of one address. */
const comingAnew: Rate = { burst: 120, perSecond: 20 };

/**
 * Lets connections in before a word is said by them, so many at once and no more.
 * @param steady milliseconds of a clock that only goes forward
 */
export function doors(steady: () => number) {
  const byAddress = rates(comingAnew, steady);
  const open = new Map<Duplex, string>();

  return {
    /** Whether it may stay. */
    opened(connection: Duplex, address: string): boolean {
      const ofIt = [...open.values()].filter((each) => each === address).length;
      if (byAddress(address) > 0 || open.size >= atMost.inAll || ofIt >= atMost.ofOne) return false;
      open.set(connection, address);
      connection.once('close', () => open.delete(connection));
      return true;
    },
    open: (): readonly Duplex[] => [...open.keys()],
  };
}
