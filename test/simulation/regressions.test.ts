import { describe, expect, test } from 'vitest';
import { history, inWords, tell } from './history';
import { realKeys } from './keys';
import { regressions } from './regressions';

describe('histories that once broke a promise', () => {
  test.each(regressions)('$once', async ({ plan }) => {
    const told = await tell(plan);
    if (told.broken) expect.fail(inWords(told));
  });
});

test('G6 the same seed tells the same history, to the last byte on every disk', { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= 25; seed++) {
    const [first, second] = [await history(seed), await history(seed)];
    expect(second.trace).toBe(first.trace);
    expect(second.words).toEqual(first.words);
  }
});

test('different seeds tell different histories', { timeout: 120_000 }, async () => {
  const traces = new Set<string>();
  for (let seed = 1; seed <= 25; seed++) traces.add((await history(seed)).trace);
  expect(traces.size).toBe(25);
});

test('every promise holds with real Ed25519 keys too', { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const told = await history(seed, { keys: realKeys });
    if (told.broken) expect.fail(inWords(told));
  }
});
