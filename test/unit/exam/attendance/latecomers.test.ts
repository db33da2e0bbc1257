import { expect, test } from 'vitest';
import { isPresent, rollOf } from '../../../../shared/exam/rooms/roll';
import { at, b12, head, invigilator, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, late, lateDecided, leaves, setAside } from '../../../support/gestures';

const fourth = number('B12', 4);
const lineOfFourth = (day: ExamDay) => rollOf(day.state, sitting, b12).find((line) => line.id === fourth);

test('R-070 nobody is let in once the subjects are given out, unless the centre head said so', () => {
  const day = new ExamDay().begun([fourth]).at('09:40');
  expect(day.refusal(lead, attendance('present', fourth))).toMatchObject({
    rule: 'R-070',
    because: { kind: 'late-without-leave', candidate: fourth, limit: at('10:00') },
    overridableBy: ['centreHead', 'deputyCentreHead'],
  });
  expect(day.refusal(lead, setAside('R-070'), attendance('present', fourth))).toMatchObject({ rule: 'R-070' });
});

test('R-070 a head corrects a roll that was wrong, and says why', () => {
  const day = new ExamDay().begun([fourth]).at('11:00');
  day.says(head, setAside('R-070', 'présent depuis 08:45, marqué absent par erreur'), attendance('present', fourth));
  const line = lineOfFourth(day);
  expect(line && isPresent(line)).toBe(true);
});

test('E-30 R-071 R-072 a derogation within the hour: on the report, the end stays 13:00', () => {
  const day = new ExamDay().begun([fourth]).at('09:40');
  day.says(invigilator, late(fourth, '09:40'));
  expect(lineOfFourth(day)?.late).toEqual({ kind: 'awaiting', arrivedAt: at('09:40') });
  expect(day.refusal(lead, lateDecided(fourth, true))).toMatchObject({ because: { kind: 'not-entitled' } });
  day.at('09:45').says(head, lateDecided(fourth, true));
  day.says(lead, attendance('present', fourth));
  expect(lineOfFourth(day)).toMatchObject({ late: { kind: 'granted' }, endsAt: at('13:00') });
});

test('E-30 R-071 an arrival at 10:05 is refused, and nobody may set that aside', () => {
  const day = new ExamDay().begun([fourth]).at('10:05');
  expect(day.refusal(invigilator, late(fourth, '10:05'))).toEqual({
    rule: 'R-071',
    because: { kind: 'too-late', limit: at('10:00'), arrivedAt: at('10:05') },
    overridableBy: [],
  });
  expect(day.refusal(head, setAside('R-071'), late(fourth, '10:05'))).toMatchObject({ rule: 'R-071' });
  expect(day.refusal(invigilator, late(fourth, '10:00'))).toBe(null);
});

test('R-071 the head decides on what a room announced, and on nothing else', () => {
  const day = new ExamDay().begun([fourth]).at('09:40');
  expect(day.refusal(head, lateDecided(fourth, true))).toMatchObject({ because: { kind: 'not-announced' } });
});

test('R-071 what was granted at the door may be written down after the hour', () => {
  const day = new ExamDay().begun([fourth]).at('09:50');
  day.says(invigilator, late(fourth, '09:50'));
  expect(day.at('10:20').refusal(head, lateDecided(fourth, true))).toBe(null);
});

test('R-071 whom the head refused does not enter', () => {
  const day = new ExamDay().begun([fourth]).at('09:40');
  day.says(invigilator, late(fourth, '09:40'));
  day.says(head, lateDecided(fourth, false));
  expect(day.refusal(head, setAside('R-070'), attendance('present', fourth))).toMatchObject({
    rule: 'R-071',
    because: { kind: 'late-refused' },
  });
});

test('R-070 before the subjects are given out nobody is late', () => {
  const day = new ExamDay().called([fourth]).at('08:58');
  expect(day.refusal(invigilator, late(fourth, '08:58'))).toMatchObject({ because: { kind: 'not-started' } });
  expect(day.refusal(invigilator, attendance('present', fourth))).toBe(null);
});

const units = () => new ExamDay({ diploma: 'uc', family: 'UC', minutes: 120 });

test('E-31 R-074 UC, force majeure, nobody has left: the delay is given back and the paper ends at 11:25', () => {
  const day = units().begun([fourth]).at('09:25');
  day.says(invigilator, late(fourth, '09:25', true));
  day.says(head, lateDecided(fourth, true));
  expect(lineOfFourth(day)?.endsAt).toBe(at('11:25'));
});

test('E-31 R-074 UC, somebody has already left: not evaluated', () => {
  const day = units().begun([fourth]);
  day.at('10:05').says(invigilator, leaves(number('B12', 1), '10:05'));
  day.at('10:00').says(invigilator, late(fourth, '10:00', true));
  expect(day.refusal(head, lateDecided(fourth, true))).toMatchObject({
    rule: 'R-074',
    because: { kind: 'somebody-left', candidate: number('B12', 1) },
  });
  expect(day.refusal(head, lateDecided(fourth, false))).toBe(null);
});

test('R-073 UC, without force majeure: not evaluated; R-075 the lateness stays written', () => {
  const day = units().begun([fourth]).at('09:10');
  day.says(invigilator, late(fourth, '09:10'));
  expect(day.refusal(head, lateDecided(fourth, true))).toMatchObject({
    rule: 'R-073',
    because: { kind: 'late-not-evaluated' },
  });
  expect(lineOfFourth(day)?.late).toMatchObject({ kind: 'awaiting', arrivedAt: at('09:10') });
});

test('A-21 R-086 a latecomer with extra time keeps the end of the extra time', () => {
  const sitters = ['Allard', 'Ben Salah', 'Caron'].map((name) => ({ name }));
  const thirdMore = { name: 'Diallo', accommodations: [{ kind: 'extraTime' as const, minutesPerHour: 20 }] };
  const day = new ExamDay({ minutes: 120, sitters: [...sitters, thirdMore] }).begun([fourth]).at('09:30');
  day.says(invigilator, late(fourth, '09:30'));
  day.says(head, lateDecided(fourth, true));
  expect(lineOfFourth(day)?.endsAt).toBe(at('11:40'));
});
