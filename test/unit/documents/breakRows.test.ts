import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakRows } from '../../../shared/documents/breakRows';

const plain = (count: number, height = 10) => Array.from({ length: count }, () => ({ height, withNext: false }));

describe('rows dealt to pages', () => {
  test('fill each page in order and begin the next one when the room is used up', () => {
    expect(breakRows(plain(7), 30, 40)).toEqual([
      [0, 1, 2],
      [3, 4, 5, 6],
    ]);
  });

  test('never leave one row alone on the last page', () => {
    expect(breakRows(plain(8), 30, 40)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]);
  });

  test('keep a heading with the row below it', () => {
    const rows = [...plain(2), { height: 10, withNext: true }, ...plain(3)];
    expect(breakRows(rows, 35, 60)).toEqual([
      [0, 1],
      [2, 3, 4, 5],
    ]);
  });

  test('leave the first page empty when nothing fits below what stands on it', () => {
    expect(breakRows(plain(2), 5, 40)).toEqual([[], [0, 1]]);
  });

  test('give a row that is higher than a page one to itself, and end', () => {
    expect(breakRows(plain(2, 100), 50, 60)).toEqual([[], [0], [1]]);
  });

  test('every row stands once, in order, and no page of several rows is overfull', () => {
    const row = fc.record({ height: fc.integer({ min: 3, max: 60 }), withNext: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), fc.integer({ min: 0, max: 120 }), (rows, first) => {
        const pages = breakRows(rows, first, 120);
        expect(pages.flat()).toEqual(rows.map((_, at) => at));
        for (const [number, page] of pages.entries()) {
          const height = page.reduce((sum, at) => sum + (rows[at]?.height ?? 0), 0);
          const glued = page.slice(0, -1).every((at) => rows[at]?.withNext);
          expect(glued || height <= (number === 0 ? first : 120)).toBe(true);
        }
      }),
      { seed: 20260616, numRuns: 300 },
    );
  });
});
