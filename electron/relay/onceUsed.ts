import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { CHALLENGE_LIFE } from '../../shared/exchange/limits';
import { type Challenge, challenge, type Nonce } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { utf8 } from '../../shared/kernel/bytes';

/** Nonces remembered at once: beyond it the oldest are forgotten with the challenges they came with. */
const remembered = 100_000;

/**
 * What keeps a request from being worth anything a second time, for one start of one relay.
 * @param steady milliseconds of a clock that only goes forward
 */
export function onceUsed(steady: () => number) {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  /** Challenges made before this moment are not taken back any more. */
  let oldest = 0;

  const proof = (time: string, device: DeviceId) =>
    createHmac('sha256', key).update(`${time}.${device}`).digest('base64url');

  return {
    challengeFor(device: DeviceId): Challenge {
      const time = Math.floor(steady()).toString(36);
      return challenge.of(`${time}.${proof(time, device)}`);
    },
    takesBack(given: Challenge, device: DeviceId): boolean {
      const [time = '', shown = ''] = given.split('.');
      const made = Number.parseInt(time, 36);
      if (!(made >= oldest && steady() - made <= CHALLENGE_LIFE)) return false;
      const [expected, proven] = [utf8(proof(time, device)), utf8(shown)];
      return expected.length === proven.length && timingSafeEqual(expected, proven);
    },
    async firstUse(nonce: Nonce, device: DeviceId): Promise<boolean> {
      const name = `${device}.${nonce}`;
      if (used.has(name)) return false;
      const now = steady();
      for (const [each, at] of used) {
        if (now - at <= CHALLENGE_LIFE && used.size < remembered) break;
        used.delete(each);
        oldest = Math.max(oldest, Math.floor(at) + 1);
      }
      used.set(name, now);
      return true;
    },
  };
}
