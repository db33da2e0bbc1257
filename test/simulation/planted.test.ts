import { afterAll, describe, expect, test } from 'vitest';
import { history } from './history';
import { allPlanted } from './planted/all';

const enough = 2_000;
const caught: string[] = [];

describe('G7 the simulation can fail: every bug planted on purpose breaks a promise', () => {
  test.each(allPlanted)('$name', { timeout: 300_000 }, async ({ name, parts }) => {
    for (let seed = 1; seed <= enough; seed++) {
      const { broken } = await history(seed, { parts });
      if (!broken) continue;
      caught.push(`${String(seed).padStart(5)} histories: ${name} (${broken.promise})`);
      return;
    }
    expect.fail(`not caught within ${enough} histories`);
  });

  afterAll(() => console.info(`Planted bugs, and how many histories it took to catch each:\n${caught.join('\n')}`));
});
