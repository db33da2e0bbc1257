import { expect, test } from 'vitest';
import { history, inWords, shortened } from './history';

test('first', async () => {
  const from = Number(process.env.SEED ?? 1);
  const count = Number(process.env.COUNT ?? 50);
  const started = performance.now();
  const kinds = new Map<string, number>();
  let shown = 0;
  for (let seed = from; seed < from + count; seed++) {
    const told = await history(seed);
    if (told.broken) {
      const n = kinds.get(told.broken.promise) ?? 0;
      kinds.set(told.broken.promise, n + 1);
      if ((n < 2) && shown++ < Number(process.env.SHOW ?? 3)) console.log(inWords(await shortened(told)));
    } else if (process.env.WORDS) console.log(inWords(told));
  }
  console.log(kinds, (performance.now() - started) / count, 'ms each');
  expect(1).toBe(1);
}, 600_000);
