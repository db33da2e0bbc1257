import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskText } from '../../../renderer/text/disk';
import { BALLAST_BYTES, decideDisk, REFUSE_UNDER, WARN_UNDER } from '../../../shared/kernel/diskSpace';

const level = (freeBytes: number | null, spent = false) => decideDisk(freeBytes, spent).space.level;

describe('R17 what follows from the room there is', () => {
  test('R17 a person is warned under 1 GB, and nothing is taken under 200 MB', () => {
    expect(level(WARN_UNDER)).toBe('ample');
    expect(level(WARN_UNDER - 1)).toBe('low');
    expect(level(REFUSE_UNDER)).toBe('low');
    expect(level(REFUSE_UNDER - 1)).toBe('short');
    expect(level(0)).toBe('short');
  });

  test('R17 after a write met a full disk, nothing is taken before the ballast has its room again', () => {
    expect(level(REFUSE_UNDER, true)).toBe('short');
    expect(level(REFUSE_UNDER + BALLAST_BYTES - 1, true)).toBe('short');
    expect(decideDisk(REFUSE_UNDER + BALLAST_BYTES, true)).toMatchObject({ space: { level: 'low' }, spent: false });
  });

  test('R17 a disk that does not tell its room is not refused: its writes tell', () => {
    expect(level(null, true)).toBe('ample');
  });

  test('R17 the ballast never takes the room by which gestures would be refused', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.boolean(), (free, spent) => {
        const { roomForBallast } = decideDisk(free, spent);
        if (roomForBallast) expect(level(free - BALLAST_BYTES)).not.toBe('short');
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  test('R17 the sentences tell the figure, and never more than there is', () => {
    expect(diskText({ level: 'ample' })).toBeNull();
    expect(diskText({ level: 'low', freeBytes: 840_999_999 })).toContain('Il reste 840\u00a0Mo');
    expect(diskText({ level: 'short', freeBytes: 199_999_999 })).toMatch(/il ne reste que 199\u00a0Mo .*papier\.$/);
  });
});
