import { expect, test, vi } from 'vitest';
import { history } from './history';

vi.mock('../../electron/journal/crc32c', () => ({ crc32c: () => 0 }));

/** Planted like the others, but inside the record format, which no port reaches. */
test('G7 the simulation can fail: records that are read without their checksum break a promise', {
  timeout: 300_000,
}, async () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const { broken } = await history(seed);
    if (!broken) continue;
    console.info(`Records read without their checksum: caught after ${seed} histories (${broken.promise})`);
    return;
  }
  expect.fail('not caught');
});
