import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { json } from '../../../shared/kernel/json';

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withTypedArray: true,
});

/** A member of this name is dropped by zod's own, which copies; JSON can hold it. */
const named = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? 0 : each));

describe('what JSON can hold', () => {
  test('whatever was read from JSON, as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read: unknown = JSON.parse(JSON.stringify(value));
        expect(json.parse(read)).toBe(read);
      }),
      { seed: 1 },
    );
  });

  test('and nothing else: the same as zod’s own answer', () => {
    fc.assert(
      fc.property(anything, (value) => {
        fc.pre(!named(value)?.includes('__proto__'));
        expect(json.safeParse(value).success).toBe(z.json().safeParse(value).success);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('nested deeper than a function can call itself', () => {
    const depth = 32_000;
    expect(json.safeParse(JSON.parse('['.repeat(depth) + ']'.repeat(depth))).success).toBe(true);
  });
});
