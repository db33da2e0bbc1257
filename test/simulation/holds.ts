import { expect, test } from 'vitest';
import { history, inWords, shortened } from './history';

const perTest = 100;

/** Tests that every promise holds in so many histories, from one seed on. */
export function holdsFrom(first: number, count: number): void {
  for (let from = first; from < first + count; from += perTest) {
    const until = from + perTest - 1;
    test(`G6 every promise holds in the histories of seeds ${from} to ${until}`, { timeout: 200_000 }, async () => {
      for (let seed = from; seed <= until; seed++) {
        const told = await history(seed);
        if (told.broken) expect.fail(inWords(await shortened(told)));
      }
    });
  }
}
