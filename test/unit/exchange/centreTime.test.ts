import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedWith, type LearntTime, learntFrom, steadier } from '../../../shared/exchange/centreTime';
import { HOUR, instant, MINUTE } from '../../../shared/kernel/instant';
import { TestServer } from '../../support/exchange';

const relay = new TestServer().id;
const nine = Date.UTC(2026, 5, 16, 7);
const end = nine + 3 * HOUR;

interface Beat {
  /** Milliseconds on the way there, and on the way back. */
  readonly there: number;
  readonly back: number;
  readonly after: number;
}

const latency = fc.integer({ min: 1, max: 900 });
const beats = fc.array(fc.record({ there: latency, back: latency, after: fc.integer({ min: 1_000, max: 20_000 }) }), {
  minLength: 4,
  maxLength: 30,
});
/** Among the beats of a morning some go through without delay, as on any network of a school. */
const quick: Beat = { there: 20, back: 60, after: 5_000 };
const skew = fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE });

/** What a machine with a wrong clock knows of the centre's time after beats, and when the last of them came. */
function afterBeats(wrongBy: number, all: readonly Beat[], theirsWrongBy: number, theirs?: LearntTime) {
  let now = nine;
  let learnt: LearntTime | null = null;
  for (const { there, back, after } of all) {
    now += after;
    const said = now + there + theirsWrongBy;
    now += there + back;
    const comparison = comparedWith(said, instant.of(now + wrongBy), there + back);
    learnt = steadier(learnt, learntFrom(comparison, theirs, relay));
  }
  if (!learnt) throw new Error('there were no beats');
  return learnt;
}

test('three machines whose clocks are minutes apart show the same time left within 100 ms, whatever their beats took', () => {
  fc.assert(
    fc.property(fc.tuple(skew, skew, skew), beats, beats, (wrong, ofRoom, ofOther) => {
      const [head, room, other] = wrong;
      const atRoom = afterBeats(room, [...ofRoom, quick, ...ofRoom], head);
      // the other room reaches the first one's relay only: its time comes through two comparisons
      const atOther = afterBeats(other, [...ofOther, quick], room, atRoom);
      const left = (wrongBy: number, ahead: number) => end - (nine + HOUR + wrongBy + ahead);
      const shown = [left(head, 0), left(room, atRoom.ahead), left(other, atOther.ahead)];
      expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(100);
      expect([atRoom, atOther].map(({ by, hops }) => [by, hops])).toEqual([
        [relay, 0],
        [relay, 1],
      ]);
    }),
    { seed: 46, numRuns: 200 },
  );
});
