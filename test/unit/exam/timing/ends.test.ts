import { expect, test } from 'vitest';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { endsAt } from '../../../../shared/exam/timing/ends';
import { day } from '../../../../shared/kernel/ids';
import { clockTime, instantOf } from '../../../../shared/kernel/instant';
import { at, b12, invigilator, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { goesOut, late, leaves, paperEnded, setAside } from '../../../support/gestures';

const third = 20;
const second = 1000;

test.each([
  ['2 h from 09:00', '09:00', 120, '11:40', 0],
  ['1 h 30 from 14:00', '14:00', 90, '16:00', 0],
  ['3 h 30 from 09:00', '09:00', 210, '13:40', 0],
  ['50 min from 10:00', '10:00', 50, '11:06', 40],
])('E-32 R-086 with one third more, %s', (_case, start, duration, minute, seconds) => {
  expect(endsAt(at(start), duration, third)).toBe(at(minute) + seconds * second);
});

test.each([
  ['Europe/Paris', '2026-10-24', '23:00', '02:00', 'the night of 25 hours'],
  ['Europe/Paris', '2026-03-28', '23:00', '04:00', 'the night of 23 hours'],
  ['Indian/Reunion', '2026-10-24', '23:00', '03:00', 'clocks that never change'],
  ['Pacific/Tahiti', '2026-03-28', '23:00', '03:00', 'clocks that never change'],
  ['Europe/Paris', '2026-10-26', '09:00', '13:00', 'the morning after'],
])('FAULT 22 four hours are four hours in %s on %s from %s, and end at %s: %s', (zone, on, start, end) => {
  const begun = instantOf(day.of(on), start, zone);
  const ended = endsAt(begun, 240, 0);
  expect(ended - begun).toBe(4 * 3_600_000);
  expect(clockTime(ended, zone)).toBe(end);
  expect(clockTime(begun, zone)).toBe(start);
});

const sitters = [
  { name: 'Allard' },
  { name: 'Diallo', accommodations: [{ kind: 'extraTime' as const, minutesPerHour: third }] },
];

test('R-085 a paper does not end before the time on the board while somebody composes', () => {
  const day = new ExamDay({ minutes: 120 }).begun();
  expect(day.refusal(lead, paperEnded(at('10:59')))).toMatchObject({
    rule: 'R-085',
    because: { kind: 'before-the-end', endsAt: at('11:00') },
  });
  expect(day.refusal(lead, paperEnded(at('11:00')))).toBe(null);
});

test('R-085 it may end before, once everyone has handed in and left', () => {
  const day = new ExamDay({ minutes: 120, sitters: [{ name: 'Allard' }] }).begun();
  day.at('10:30').says(invigilator, leaves(number('B12', 1), '10:30'));
  expect(day.refusal(lead, paperEnded(at('10:31')))).toBe(null);
});

test('R-032 R-086 who has extra time composes until its end, or until they hand in', () => {
  const day = new ExamDay({ minutes: 120, sitters }).begun();
  expect(rollOf(day.state, sitting, b12).map((line) => line.endsAt)).toEqual([at('11:00'), at('11:40')]);
  expect(day.refusal(lead, paperEnded(at('11:00')))).toMatchObject({
    rule: 'R-086',
    because: { kind: 'candidates-still-composing', candidates: [number('B12', 2)] },
  });
  expect(day.refusal(lead, paperEnded(at('11:40')))).toBe(null);
  day.at('11:20').says(invigilator, leaves(number('B12', 2), '11:20'));
  expect(day.refusal(lead, paperEnded(at('11:20')))).toBe(null);
  expect(day.refusal(lead, setAside('R-086'), paperEnded(at('11:20')))).toBe(null);
});

test('R-116 a paper does not end while somebody is out of the room', () => {
  const day = new ExamDay({ minutes: 120 }).begun().at('10:50');
  day.says(invigilator, goesOut(number('B12', 1), 'toilet', '10:50'));
  expect(day.refusal(lead, paperEnded(at('11:00')))).toMatchObject({
    rule: 'R-116',
    because: { kind: 'someone-is-out', candidate: number('B12', 1) },
  });
});

test('R-088 nothing ends that was not begun', () => {
  const day = new ExamDay().called();
  expect(day.refusal(lead, paperEnded(at('13:00')))).toMatchObject({ because: { kind: 'not-started' } });
});

test('R-085 nobody goes out of, or comes late to, a paper that has ended; what happened before may be written after', () => {
  const day = new ExamDay({ minutes: 45 }).begun([number('B12', 4)]).at('09:50');
  day.says(lead, paperEnded(at('09:45')));
  expect(day.refusal(invigilator, goesOut(number('B12', 1), 'illness', '09:50'))).toMatchObject({
    rule: 'R-085',
    because: { kind: 'paper-ended', at: at('09:45') },
  });
  expect(day.refusal(invigilator, goesOut(number('B12', 1), 'illness', '09:30'))).toBe(null);
  expect(day.refusal(invigilator, late(number('B12', 4), '09:50'))).toMatchObject({ because: { kind: 'paper-ended' } });
});
