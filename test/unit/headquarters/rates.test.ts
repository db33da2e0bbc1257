import { expect, test } from 'vitest';
import { crowd } from '../../../headquarters/http/crowd';
import { TooBusy } from '../../../headquarters/tooBusy';
import { rates } from '../../../shared/exchange/rates';

test('FAULT 33 who asks too often is told when to come back, and nobody else is', () => {
  let now = 0;
  const wait = rates({ burst: 3, perSecond: 2 }, () => now);
  expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0]);
  expect(wait('a')).toBe(500);
  expect(wait('b')).toBe(0);
  now = 500;
  expect(wait('a')).toBe(0);
  expect(wait('a')).toBe(500);
});

test('FAULT 33 a node works on so many requests at once, and is free again when they end, well or not', async () => {
  const { admitted } = crowd(() => 0);
  const ends: (() => void)[] = [];
  const under = Array.from({ length: 48 }, () => admitted('a', () => new Promise<void>((end) => ends.push(end))));
  await expect(admitted('a', async () => 'more')).rejects.toBeInstanceOf(TooBusy);
  for (const end of ends) end();
  await Promise.all(under);
  await expect(
    admitted('a', async () => {
      throw new Error('a bug');
    }),
  ).rejects.toThrow('a bug');
  expect(await admitted('a', async () => 'done')).toBe('done');
});
