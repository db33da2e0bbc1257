import { timingSafeEqual } from 'node:crypto';
import { CHALLENGE_LIFE } from '../../shared/exchange/limits';
import { type Challenge, challenge } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { toBase64url, utf8 } from '../../shared/kernel/bytes';
import type { Clock, Random } from '../../shared/kernel/ports';
import type { ServerKey } from '../identity/serverKey';

const aheadMs = 60_000;

/** Challenges that no node needs to remember: time, chance, and the server's keyed hash over both and the device. */
export function challenges(key: Pick<ServerKey, 'keyedHash'>, clock: Clock, random: Random) {
  const proof = (time: string, drawn: string, device: DeviceId) =>
    toBase64url(key.keyedHash('challenge', `${time}.${drawn}.${device}`));

  return {
    challengeFor(device: DeviceId): Challenge {
      const time = clock.now().toString(36);
      const drawn = toBase64url(random.bytes(9));
      return challenge.of(`${time}.${drawn}.${proof(time, drawn, device)}`);
    },
    takesBack(given: Challenge, device: DeviceId): boolean {
      const [time = '', drawn = '', proven = ''] = given.split('.');
      const age = clock.now() - Number.parseInt(time, 36);
      // nodes' clocks may differ a little
      if (!(age <= CHALLENGE_LIFE && age >= -aheadMs)) return false;
      const [expected, shown] = [utf8(proof(time, drawn, device)), utf8(proven)];
      return expected.length === shown.length && timingSafeEqual(expected, shown);
    },
  };
}
