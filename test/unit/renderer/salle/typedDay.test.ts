import { expect, test } from 'vitest';
import { typedDay } from '../../../../renderer/salle/sheet/typedDay';

test('a birth date is typed day first, with any usual sign between, and must be a day there was', () => {
  for (const typed of ['17/04/2008', '17.04.2008', '17-4-2008', ' 17 04 2008 '])
    expect(typedDay(typed)).toBe('2008-04-17');
  for (const typed of ['', '2008-04-17', '04/17/2008', '30/02/2008', '17/04/08', '17 avril 2008']) {
    expect(typedDay(typed)).toBeNull();
  }
});
