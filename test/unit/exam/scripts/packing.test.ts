import { expect, test } from 'vitest';
import { envelopeOf, expectedMarks, expectedPack } from '../../../../shared/exam/scripts/packing';
import { b12, french, invigilator, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, paperEnded, scriptsCounted, setAside } from '../../../support/gestures';

const class24 = Array.from({ length: 24 }, (_each, index) => ({ name: `Candidat ${index + 1}` }));
const absentees = [number('B12', 3), number('B12', 11), number('B12', 20)];

function ended(): ExamDay {
  const day = new ExamDay({ sitters: class24 }).begun(absentees).at('13:00');
  day.says(lead, paperEnded(day.now));
  return day;
}

test('E-40 R-110 R-131 24 registered, 3 absent, 2 blank: « 24 dont 5 », 3 AB, 2 × 00, 19 marks', () => {
  const day = ended();
  expect(expectedPack(day.state, sitting, b12, french)).toEqual({ registered: 24, present: 21, absent: 3, open: 0 });
  day.says(lead, scriptsCounted(19, 2, 3));
  const count = { scripts: 19, blank: 2, absentSheets: 3, typed: 0 };
  expect(envelopeOf(count)).toEqual({ inside: 24, blankOrAbsent: 5, blank: 2, absent: 3 });
  expect(expectedMarks(count)).toEqual({ absences: 3, zeros: 2, marks: 19 });
});

test.each([
  ['R-116 a script is missing', 18, 2, 3],
  ['R-119 a blank script is counted as a script too', 21, 2, 3],
  ['R-110 an absentee has no sheet', 19, 2, 2],
])('%s: the count is refused, and a lead may set that aside with a reason', (_case, scripts, blank, absentSheets) => {
  const day = ended();
  const count = scriptsCounted(scripts, blank, absentSheets);
  expect(day.refusal(lead, count)).toMatchObject({
    rule: 'R-109',
    because: { kind: 'count-differs', present: 21, absent: 3, scripts, blank, absentSheets },
  });
  expect(day.refusal(lead, setAside('R-109', 'copie emportée, signalée'), count)).toBe(null);
});

test('R-035 no more typed scripts than scripts', () => {
  expect(ended().refusal(lead, scriptsCounted(19, 2, 3, 20))).toMatchObject({
    because: { kind: 'malformed', field: 'typed' },
  });
  expect(ended().refusal(lead, scriptsCounted(19, 2, 3, 1))).toBe(null);
});

test('R-118 the pack is counted once the paper has ended', () => {
  const day = new ExamDay().begun();
  expect(day.refusal(lead, scriptsCounted(4, 0, 0))).toMatchObject({ because: { kind: 'paper-not-ended' } });
});

test('R-110 absentees’ sheets are counted though nobody sat the paper', () => {
  const day = new ExamDay({ sitters: [{ name: 'Allard' }] }).called([number('B12', 1)]);
  expect(day.refusal(lead, scriptsCounted(0, 0, 1))).toBe(null);
});

test('R-109 nothing is counted over a presence told in two ways', () => {
  const day = ended();
  const before = day.state;
  day.take([
    ...day.saysFrom(before, invigilator, attendance('present', number('B12', 1))),
    ...day.saysFrom(before, lead, attendance('absent', number('B12', 1))),
  ]);
  expect(day.refusal(lead, scriptsCounted(19, 2, 3))).toMatchObject({
    because: { kind: 'contested', candidates: [number('B12', 1)] },
  });
});
