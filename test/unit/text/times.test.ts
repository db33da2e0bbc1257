import { expect, test } from 'vitest';
import { counted, dayText, dueText, halfDayText, hourText, lengthText } from '../../../renderer/text/times';
import { day } from '../../../shared/kernel/ids';
import { HOUR, instantOf, MINUTE } from '../../../shared/kernel/instant';

const zone = 'Europe/Paris';
const at = (on: string, time: string) => instantOf(day.of(on), time, zone);

test('hours and days are told in the centre’s zone, wherever the machine believes it is', () => {
  const morning = at('2025-06-17', '09:42');
  expect(hourText(morning, zone)).toBe('09:42');
  expect(hourText(morning, 'America/Martinique')).toBe('03:42');
  expect(dayText(morning, zone)).toBe('mardi 17\u00A0juin');
  expect(dayText(at('2025-06-17', '02:00'), 'America/Martinique')).toBe('lundi 16\u00A0juin');
});

test('noon begins the afternoon', () => {
  expect(halfDayText(at('2025-06-17', '11:59'), zone)).toBe('Mardi 17\u00A0juin · matin');
  expect(halfDayText(at('2025-06-17', '12:00'), zone)).toBe('Mardi 17\u00A0juin · après-midi');
});

test('a length is told in hours and whole minutes, never more than what is left', () => {
  expect(lengthText(3 * HOUR + 18 * MINUTE + 59_000)).toBe('3\u00A0h\u00A018');
  expect(lengthText(2 * HOUR + 5 * MINUTE)).toBe('2\u00A0h\u00A005');
  expect(lengthText(4 * HOUR)).toBe('4\u00A0h');
  expect(lengthText(42 * MINUTE)).toBe('42\u00A0min');
  expect(lengthText(59_999)).toBe('moins d’une minute');
  expect(lengthText(-5)).toBe('moins d’une minute');
});

test('a deadline names its day unless it is today', () => {
  const now = at('2025-06-17', '09:00');
  expect(dueText(at('2025-06-17', '10:00'), now, zone)).toBe('10:00');
  expect(dueText(at('2025-06-19', '09:00'), now, zone)).toBe('jeudi 19\u00A0juin à 09:00');
});

test('nouns agree as French does: none and one take the singular', () => {
  expect(counted(0, 'présent', 'présents')).toBe('0\u00A0présent');
  expect(counted(1, 'présent', 'présents')).toBe('1\u00A0présent');
  expect(counted(2, 'présent', 'présents')).toBe('2\u00A0présents');
  expect(counted(4000, 'présent', 'présents')).toBe('4\u202F000\u00A0présents');
});
