import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { dictated, dictatedOf, MOST_TOLD, readDictated } from '../../../shared/watch/dictated';
import { noFigures } from '../../../shared/watch/figures';
import { at } from '../../support/pageCentre';
import { statuses } from '../../support/statuses';

const fixed = { seed: 20_190_617, numRuns: 100 };
const [some] = fc.sample(statuses(24), { seed: 7, numRuns: 1 });
if (!some) throw new Error('one sample');
const status = { ...some, at: at('10:42') };
const code = dictated(dictatedOf(status)) ?? '';

test.each([1, 24, 130, 300])('the figures of %i rooms are read aloud in 59 characters and come back', (count) => {
  fc.assert(
    fc.property(statuses(count), (each) => {
      const told = dictatedOf(each);
      const spoken = dictated(told);
      expect(spoken).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4,9}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(unwrap(readDictated(spoken ?? ''))).toEqual(told);
    }),
    fixed,
  );
});

test('an ordinary centre takes seven groups or eight', () => {
  const { figures, ...others } = status;
  const quiet = { ...figures, incidents: noFigures.incidents, awaiting: { total: 0, overdue: 0 }, delay: 5 };
  const candidates = { ...noFigures.candidates, registered: 560, present: 541, absent: 19 };
  expect(dictated(dictatedOf({ ...others, figures: { ...quiet, candidates } }))?.split('-').length).toBeLessThan(9);
});

test('it tells the centre, the minute and the half-day, and whether that is of another day', () => {
  expect(unwrap(readDictated(code))).toMatchObject({ centre: '0990012V', at: at('10:42'), half: 'morning' });
  expect(dictatedOf({ ...status, halfDay: null }).half).toBe('none');
  expect(dictatedOf({ ...status, at: instant.of(at('10:42') - 24 * HOUR) }).half).toBe('otherDay');
});

test('more than it can count is told as that many or more, and a larger centre than it holds is not told', () => {
  const incidents = { ...noFigures.incidents, fraud: 90, other: 60 };
  const told = dictatedOf({ ...status, figures: { ...status.figures, incidents, delay: 2000 } });
  expect(told).toMatchObject({ incidents: MOST_TOLD, gravest: 'fraud', delay: 900 });
  const rooms = { ...status.figures.rooms, planned: 600 };
  expect(dictated(dictatedOf({ ...status, figures: { ...status.figures, rooms } }))).toBeNull();
});

describe('what was heard', () => {
  test('may be typed without dashes, in small letters, with O for nought and I or L for one', () => {
    const typed = code.replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
    expect(readDictated(typed)).toEqual(readDictated(code));
  });

  test('with any one wrong sign is refused, and the group named', () => {
    for (let place = 0; place < code.length; place++) {
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZU') {
        if (code[place] === '-' || code[place] === wrong) continue;
        const read = readDictated(code.slice(0, place) + wrong + code.slice(place + 1));
        expect(read).toEqual({ ok: false, error: { kind: 'group', group: Math.floor(place / 6) + 1 } });
      }
    }
  });

  test('with two groups exchanged is refused, and so is one sign too few', () => {
    const groups = code.split('-');
    for (let first = 0; first < groups.length; first++) {
      for (let second = first + 1; second < groups.length; second++) {
        const exchanged = groups.with(first, groups[second] ?? '').with(second, groups[first] ?? '');
        if (groups[first] !== groups[second]) expect(readDictated(exchanged.join('-')).ok).toBe(false);
      }
    }
    const typed = groups.length * 5;
    expect(readDictated(code.slice(1))).toEqual({ ok: false, error: { kind: 'length', typed: typed - 1 } });
    expect(readDictated(groups.slice(0, -1).join('-'))).toEqual({
      ok: false,
      error: { kind: 'length', typed: typed - 5 },
    });
  });
});
