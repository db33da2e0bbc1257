import { expect, test } from 'vitest';
import { headquarters } from './headquarters';

test('FAULT 39, 40 headquarters, a process of its own: thousands of bytes, frames, signed frames and words that mean harm; nothing fails, nothing is written, it grows little and serves the honest', async () => {
  await expect(Promise.resolve(headquarters.run({ seed: 20_260_617, numRuns: 400 }))).resolves.toBeUndefined();
}, 300_000);
