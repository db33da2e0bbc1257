import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import type { Accommodation } from '../../../../shared/exam/people/kinds';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { at, b12, invigilator, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

const thirdMore: Accommodation = { kind: 'extraTime', minutesPerHour: 20 };

function shows(...measures: readonly Accommodation[]): Command {
  return {
    kind: 'accommodations.shown',
    about: { candidate: number('B12', 1) },
    data: { measures: [...measures], notice: 'notification du 12 mars' },
  };
}

const ofFirst = (day: ExamDay) => rollOf(day.state, sitting, b12)[0]?.accommodations;

test.each([
  ['R-028 on a notice, not on the list', true, false, 1],
  ['R-029 on the list, no notice', false, true, 1],
  ['R-030 on both', true, true, 1],
  ['R-031 on neither', false, false, 0],
])('E-39 %s', (_case, notice, list, applied) => {
  const day = new ExamDay({ sitters: [{ name: 'Allard', accommodations: list ? [thirdMore] : [] }] });
  if (notice && !list) day.says(invigilator, shows(thirdMore));
  expect(ofFirst(day)).toHaveLength(applied);
});

test('R-029 a notice that says what the list already has adds nothing', () => {
  const day = new ExamDay({ sitters: [{ name: 'Allard', accommodations: [thirdMore] }] });
  expect(day.refusal(invigilator, shows(thirdMore))).toMatchObject({ rule: 'R-029', because: { kind: 'nothing-new' } });
  expect(day.refusal(invigilator, shows(thirdMore, { kind: 'computer' }))).toBe(null);
});

test('R-032 more than one third is refused as malformed', () => {
  const day = new ExamDay();
  expect(day.refusal(invigilator, shows({ kind: 'extraTime', minutesPerHour: 21 }))).toMatchObject({
    because: { kind: 'malformed' },
  });
});

test('R-028 R-030 the more generous extra time of notice and list is the one applied', () => {
  const day = new ExamDay({
    minutes: 120,
    sitters: [{ name: 'Allard', accommodations: [{ kind: 'extraTime', minutesPerHour: 10 }] }],
  });
  day.says(invigilator, shows(thirdMore));
  day.begun();
  expect(rollOf(day.state, sitting, b12)[0]?.endsAt).toBe(at('11:40'));
});
