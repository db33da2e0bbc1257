import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import { currentExit, rollOf } from '../../../../shared/exam/rooms/roll';
import { outOfRoom } from '../../../../shared/exam/rooms/tally';
import { paperId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import { at, b12, french, head, invigilator, lead, number, paperOf, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { distributed, envelopeChecked, goesOut, leaves, setAside } from '../../../support/gestures';

const first = number('B12', 1);
const second = number('B12', 2);
const careBreak = [
  { name: 'Allard', accommodations: [{ kind: 'careBreak' as const }] },
  { name: 'Ben Salah' },
  { name: 'Caron' },
];

function returns(exit: Statement | undefined, time: string): Command {
  if (!exit) throw new Error('nobody went out');
  return { kind: 'exit.ended', about: { sitting, room: b12, exit: exit.id }, data: { at: at(time) } };
}

test('E-33 R-076 nobody leaves in the first hour, even with a blank script; from 10:00 they may', () => {
  const day = new ExamDay().begun();
  expect(day.at('09:45').refusal(invigilator, leaves(first, '09:45'))).toMatchObject({
    rule: 'R-076',
    because: { kind: 'first-hour', until: at('10:00') },
  });
  expect(day.at('10:00').refusal(invigilator, leaves(first, '10:00'))).toBe(null);
});

test('R-077 absolute necessity in the first hour is the head’s to judge', () => {
  const day = new ExamDay().begun().at('09:45');
  expect(day.refusal(lead, setAside('R-076'), leaves(first, '09:45'))).toMatchObject({ rule: 'R-076' });
  expect(day.refusal(head, setAside('R-076', 'évacué par les secours'), leaves(first, '09:45'))).toBe(null);
});

test('R-076 a paper shorter than the hour is left at its end', () => {
  const day = new ExamDay({ minutes: 45 }).begun();
  expect(day.refusal(invigilator, leaves(first, '09:44'))).toMatchObject({ because: { until: at('09:45') } });
  expect(day.at('09:45').refusal(invigilator, leaves(first, '09:45'))).toBe(null);
});

test('R-077 A-19 in the first hour a mere wish to go out is refused, whoever asks', () => {
  const day = new ExamDay({ sitters: careBreak }).begun().at('09:30');
  expect(day.refusal(head, setAside('R-077'), goesOut(second, 'toilet', '09:30'))).toMatchObject({
    rule: 'R-077',
    because: { kind: 'first-hour', until: at('10:00') },
  });
  expect(day.refusal(invigilator, goesOut(second, 'necessity', '09:30'))).toBe(null);
  expect(day.at('10:00').refusal(invigilator, goesOut(second, 'toilet', '10:00'))).toBe(null);
});

test('E-33 R-033 a candidate with a care break goes out from the first hour, and it is logged', () => {
  const day = new ExamDay({ sitters: careBreak }).begun().at('09:20');
  const [exit] = day.says(invigilator, goesOut(first, 'accommodation', '09:20'));
  day.at('09:30').says(invigilator, returns(exit, '09:30'));
  expect(rollOf(day.state, sitting, b12)[0]?.exits).toEqual([
    { id: exit?.id, at: at('09:20'), reason: 'accommodation', returnedAt: at('09:30') },
  ]);
});

test('R-031 nobody goes out for a measure they were not granted', () => {
  const day = new ExamDay().begun().at('09:20');
  expect(day.refusal(invigilator, goesOut(first, 'accommodation', '09:20'))).toMatchObject({ rule: 'R-031' });
});

test('E-34 R-078 an illness at 09:20: all sheets taken back, accompanied, given back on return', () => {
  const day = new ExamDay().begun().at('09:20');
  expect(day.refusal(invigilator, goesOut(first, 'illness', '09:20', { sheetsTaken: false }))).toMatchObject({
    rule: 'R-078',
    because: { kind: 'sheets-not-taken' },
  });
  const [exit] = day.says(invigilator, goesOut(first, 'illness', '09:20'));
  expect(outOfRoom(rollOf(day.state, sitting, b12)).map((line) => line.id)).toEqual([first]);
  day.says(invigilator, returns(exit, '09:35'));
  expect(outOfRoom(rollOf(day.state, sitting, b12))).toEqual([]);
  expect(day.refusal(invigilator, returns(exit, '09:36'))).toMatchObject({ because: { kind: 'not-out' } });
});

test('R-079 one candidate at a time, but for an illness', () => {
  const day = new ExamDay().begun().at('10:30');
  day.says(invigilator, goesOut(first, 'toilet', '10:30'));
  expect(day.refusal(invigilator, goesOut(second, 'toilet', '10:31'))).toMatchObject({
    rule: 'R-079',
    because: { kind: 'someone-is-out', candidate: first },
  });
  expect(day.refusal(invigilator, goesOut(second, 'illness', '10:31'))).toBe(null);
  expect(day.refusal(lead, setAside('R-079'), goesOut(second, 'toilet', '10:31'))).toBe(null);
});

test('R-079 R-082 an exit is accompanied', () => {
  const day = new ExamDay().begun().at('10:30');
  expect(day.refusal(invigilator, goesOut(first, 'toilet', '10:30', { accompaniedBy: ' ' }))).toMatchObject({
    because: { kind: 'not-accompanied' },
  });
});

test('R-080 R-116 nobody leaves for good without a script with its header, and the list signed', () => {
  const day = new ExamDay().begun().at('11:00');
  const nothing = { headerFilled: false, signed: true };
  expect(day.refusal(invigilator, leaves(first, '11:00', nothing))).toMatchObject({
    rule: 'R-080',
    because: { kind: 'nothing-handed-in' },
  });
  day.says(invigilator, goesOut(first, 'illness', '11:00'), leaves(first, '11:00'));
  const line = rollOf(day.state, sitting, b12)[0];
  expect(line && currentExit(line)).toBe(null);
  expect(day.refusal(invigilator, leaves(first, '11:05'))).toMatchObject({ because: { kind: 'already-left' } });
  expect(day.refusal(invigilator, goesOut(first, 'toilet', '11:05'))).toMatchObject({
    because: { kind: 'already-left' },
  });
});

test('E-35 R-081 who finishes French stays until the history subject is given out', () => {
  const history = paperOf({ id: paperId.of('histoire'), diploma: 'bep', title: 'Histoire', specialities: ['AUTRE'] });
  const day = new ExamDay({ diploma: 'bep', minutes: 90, paper: { heldUntil: history.id }, otherPapers: [history] });
  day.begun().at('10:15');
  expect(day.refusal(invigilator, leaves(first, '10:15'))).toMatchObject({
    rule: 'R-081',
    because: { kind: 'held-until-next-subject', paper: history.id },
  });
  day.at('10:30').says(lead, envelopeChecked(true, history.id), distributed('10:30', history.id));
  expect(day.refusal(invigilator, leaves(first, '10:31'))).toBe(null);
});

test('R-083 UC: who has finished may leave, when the regulation holds nobody back', () => {
  const day = new ExamDay({ diploma: 'uc', family: 'UC', minutes: 120 });
  day.says(head, {
    kind: 'regulations.published',
    about: { session: sessionOf(day) },
    data: {
      regulations: [
        {
          diploma: 'uc',
          label: 'UC',
          family: 'UC',
          latecomerMinutes: 60,
          noExitMinutes: 0,
          settlingMinutes: 30,
          serviceMinutes: 15,
          identityHours: 48,
          passMark: 1000,
        },
      ],
      specialities: [],
    },
  });
  day.begun().at('09:20');
  expect(day.refusal(invigilator, leaves(first, '09:20'))).toBe(null);
});

test('R-108 exits are those of people who are present and have begun', () => {
  const day = new ExamDay().called([second]).at('08:50');
  expect(day.refusal(invigilator, goesOut(first, 'illness', '08:50'))).toMatchObject({
    because: { kind: 'not-started' },
  });
  expect(day.refusal(invigilator, goesOut(second, 'illness', '08:50'))).toMatchObject({
    because: { kind: 'not-present' },
  });
  expect(day.refusal(invigilator, envelopeChecked(true, french))).toBe(null);
});

function sessionOf(day: ExamDay) {
  const published = day.state.shelves.get('session')?.get('session')?.get('session')?.[0];
  if (!published) throw new Error('no session');
  return published.value.id;
}
