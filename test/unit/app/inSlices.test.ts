import { expect, test } from 'vitest';
import { inSlices } from '../../../renderer/store/inSlices';

/** A clock that a test winds by hand. */
function watch() {
  let shown = 0;
  return { elapsed: () => shown, wind: (by: number) => (shown += by) };
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

test('everything is handed over once, in order, across several takes', async () => {
  const seen: number[] = [];
  const intake = inSlices<number>(watch().elapsed, (piece) => seen.push(...piece));
  intake.take(numbers(50));
  intake.take([50, 51]);
  await intake.drained();
  expect(seen).toEqual(numbers(52));
});

test('quick pieces grow, and a slow one makes the next smaller', async () => {
  const { elapsed, wind } = watch();
  const sizes: number[] = [];
  const intake = inSlices<number>(elapsed, (piece) => {
    sizes.push(piece.length);
    wind(piece.length > 30 ? 40 : 1);
  });
  intake.take(numbers(100));
  await intake.drained();
  expect(sizes).toEqual([4, 8, 16, 32, 16, 24]);
});

test('other work gets its turn between two pieces', async () => {
  const order: string[] = [];
  const intake = inSlices<number>(watch().elapsed, () => order.push('piece'));
  intake.take(numbers(12));
  const other = Promise.resolve().then(() => new Promise<void>((done) => setImmediate(done)));
  await other.then(() => order.push('other'));
  await intake.drained();
  expect(order.indexOf('other')).toBeLessThan(order.length - 1);
});

test('what stops the work is told to whoever waits for it', async () => {
  const intake = inSlices<number>(watch().elapsed, () => {
    throw new Error('a bug');
  });
  intake.take([1]);
  await expect(intake.drained()).rejects.toThrow('a bug');
});
