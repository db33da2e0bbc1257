import { CHALLENGE_LIFE } from '../../shared/exchange/limits';
import type { Nonce } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import type { Clock } from '../../shared/kernel/ports';
import type { Database } from '../database/database';

/** Nonces that devices used lately, remembered for all nodes. */
export function nonces(database: Database, clock: Clock) {
  return {
    /** False when the device used it within `CHALLENGE_LIFE`. */
    async firstUse(used: Nonce, device: DeviceId): Promise<boolean> {
      const added = await database.run(
        `insert into nonces (device, nonce, met) values ($1, $2, to_timestamp($3::double precision / 1000))
         on conflict do nothing`,
        [device, used, clock.now()],
      );
      return added === 1;
    },
    /** Forgets those that no challenge is good for any more. */
    async forgetOld(): Promise<void> {
      await database.run('delete from nonces where met < to_timestamp($1::double precision / 1000)', [
        clock.now() - 2 * CHALLENGE_LIFE,
      ]);
    },
  };
}
