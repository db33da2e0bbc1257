import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryId, entryId, personId } from '../../../shared/kernel/ids';
import { type Register, read, type Written, written } from '../../../shared/kernel/register';

const id = (n: number): EntryId => entryId.of(n.toString(16).padStart(64, '0'));
const nobody: ReadonlySet<EntryId> = new Set();
const said = (n: number, value: string, supersedes: number[] = []): Written<string> => ({
  id: id(n),
  value,
  by: personId.of('durand'),
  supersedes: supersedes.map(id),
});
const register = (...entries: Written<string>[]): Register<string> =>
  entries.reduce<Register<string>>((all, each) => written(all, each), []);

test('a register nobody wrote is unknown, one writing is known', () => {
  expect(read(register(), nobody)).toEqual({ kind: 'unknown' });
  expect(read(register(said(1, 'present')), nobody)).toMatchObject({ kind: 'known', value: 'present' });
});

test('a correction that names what it replaces takes its place', () => {
  expect(read(register(said(1, 'present'), said(2, 'absent', [1])), nobody)).toMatchObject({ value: 'absent' });
});

test('two that do not know of each other stand side by side until one entry supersedes both', () => {
  const two = register(said(1, 'present'), said(2, 'absent'));
  expect(read(two, nobody)).toMatchObject({ kind: 'contested', versions: [{ value: 'present' }, { value: 'absent' }] });
  expect(read(written(two, said(3, 'present', [1, 2])), nobody)).toMatchObject({ kind: 'known', value: 'present' });
  expect(
    read(register(said(1, 'present'), said(2, 'absent'), said(3, 'present', [1, 2]), said(4, 'absent')), nobody),
  ).toMatchObject({ kind: 'contested' });
});

test('the same fact said twice is corroborated, not contested', () => {
  expect(read(register(said(1, 'present'), said(2, 'present')), nobody)).toMatchObject({ kind: 'corroborated' });
});

test('taking an entry back restores what it had replaced', () => {
  const corrected = register(said(1, 'present'), said(2, 'absent', [1]));
  expect(read(corrected, new Set([id(2)]))).toMatchObject({ kind: 'known', value: 'present' });
});

test('what a register says does not depend on the order or the repetition of its entries', () => {
  const writing = fc.record({
    n: fc.integer({ min: 1, max: 9 }),
    value: fc.constantFrom('present', 'absent'),
    back: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8]),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(writing, { selector: (each) => each.n, maxLength: 7 }),
      fc.infiniteStream(fc.nat()),
      (all, dice) => {
        const entries = all.map((each) =>
          said(
            each.n,
            each.value,
            each.back.filter((n) => n < each.n),
          ),
        );
        const shuffled = [...entries, ...entries.slice(0, 2)]
          .map((each) => ({ each, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(register(...shuffled)).toEqual(register(...entries));
      },
    ),
    { seed: 3 },
  );
});
