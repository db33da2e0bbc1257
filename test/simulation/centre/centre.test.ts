import { describe, expect, test } from 'vitest';
import { centreHistory, centreInWords, shortenedCentre } from './history';
import { plantedInCentre } from './planted';

const histories = 60;

describe('a centre’s relays, and machines let in, replaced, turned and dismissed at any time', () => {
  test(`every promise holds in the histories of centres 1 to ${histories}`, { timeout: 200_000 }, async () => {
    for (let seed = 1; seed <= histories; seed++) {
      const told = await centreHistory(seed);
      if (told.broken) expect.fail(centreInWords(await shortenedCentre(told)));
    }
  });
});

describe('G7 the histories of centres can fail: every bug planted on purpose breaks a promise', () => {
  test.each(plantedInCentre)('$name', { timeout: 200_000 }, async ({ parts }) => {
    for (let seed = 1; seed <= histories; seed++) if ((await centreHistory(seed, parts)).broken) return;
    expect.fail(`not caught within ${histories} histories`);
  });

  test('the same seed tells the same history', async () => {
    for (const { parts } of plantedInCentre.slice(0, 3)) {
      const [first, second] = [await centreHistory(11, parts), await centreHistory(11, parts)];
      expect(second).toEqual(first);
    }
  });
});
