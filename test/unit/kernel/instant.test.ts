import { expect, test } from 'vitest';
import { day } from '../../../shared/kernel/ids';
import { clockTime, dayOf, instant, instantOf } from '../../../shared/kernel/instant';

const june = day.of('2026-06-16');

test('a time on the summons is the moment at which the clocks of the centre show it', () => {
  expect(instantOf(june, '09:00', 'Europe/Paris')).toBe(Date.parse('2026-06-16T07:00:00Z'));
  expect(instantOf(june, '09:00', 'Indian/Reunion')).toBe(Date.parse('2026-06-16T05:00:00Z'));
  expect(instantOf(june, '09:00', 'Pacific/Tahiti')).toBe(Date.parse('2026-06-16T19:00:00Z'));
});

test('on the days when the clocks change, morning times keep their offset', () => {
  expect(instantOf(day.of('2026-03-29'), '09:00', 'Europe/Paris')).toBe(Date.parse('2026-03-29T07:00:00Z'));
  expect(instantOf(day.of('2026-03-29'), '01:30', 'Europe/Paris')).toBe(Date.parse('2026-03-29T00:30:00Z'));
  expect(instantOf(day.of('2026-10-25'), '09:00', 'Europe/Paris')).toBe(Date.parse('2026-10-25T08:00:00Z'));
});

test('a moment is shown to the minute, or to the second when it is not on a whole minute', () => {
  expect(clockTime(instant.of(Date.parse('2026-06-16T09:06:40Z')), 'Europe/Paris')).toBe('11:06:40');
  expect(clockTime(instant.of(Date.parse('2026-06-16T11:00:00Z')), 'Europe/Paris')).toBe('13:00');
});

test('the day of a moment is the centre’s day', () => {
  expect(dayOf(instant.of(Date.parse('2026-06-16T22:30:00Z')), 'Europe/Paris')).toBe('2026-06-17');
  expect(dayOf(instant.of(Date.parse('2026-06-16T22:30:00Z')), 'Pacific/Tahiti')).toBe('2026-06-16');
});
