import { describe, expect, test } from 'vitest';
import { centreHistory, centreInWords, shortenedCentre } from './history';

const histories = 60;

describe('a centre’s relays, and machines let in, replaced, turned and dismissed at any time', () => {
  test(`every promise holds in the histories of centres 1 to ${histories}`, { timeout: 200_000 }, async () => {
    for (let seed = 1; seed <= histories; seed++) {
      const told = await centreHistory(seed);
      if (told.broken) expect.fail(centreInWords(await shortenedCentre(told)));
    }
  });
});
