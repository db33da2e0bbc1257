import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Logical, NEVER, seen, TRUSTED_AHEAD, tick } from '../../../shared/journal/hybridClock';
import { instant } from '../../../shared/kernel/instant';

const wall = fc.integer({ min: 0, max: 4e12 }).map((value) => instant.of(value));
const reading = fc.tuple(fc.integer({ min: 0, max: 4e12 }), fc.nat(9));

describe('hybrid clock', () => {
  test('FAULT 19 every reading is after the one before, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(wall, { minLength: 2 }), (walls) => {
        let last: Logical = NEVER;
        for (const now of walls) {
          const next = tick(last, now);
          expect(compare(next, last)).toBeGreaterThan(0);
          expect(next[0]).toBeGreaterThanOrEqual(now);
          last = next;
        }
      }),
      { seed: 19 },
    );
  });

  test('FAULT 20 a time over 24 h ahead of the wall never moves ours; any other is never behind us', () => {
    fc.assert(
      fc.property(reading, reading, wall, (last, remote, now) => {
        const after = seen(last, remote, now);
        if (remote[0] > now + TRUSTED_AHEAD) expect(after).toEqual(last);
        else expect(compare(after, remote)).toBeGreaterThanOrEqual(0);
        expect(compare(after, last)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20 },
    );
  });

  test('FAULT 20 a clock that went to 2099 is counted from there on, one by one, and refuses nothing', () => {
    const far: Logical = [Date.UTC(2099, 0, 1), 0];
    const now = instant.of(Date.UTC(2026, 5, 16));
    expect(tick(far, now)).toEqual([far[0], 1]);
    expect(tick(tick(far, now), now)).toEqual([far[0], 2]);
  });
});
