import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { entryId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import { b07, b12, head, invigilator, lead, number, otherLead, secretary, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, late, lateDecided, setAside, withdraws } from '../../../support/gestures';

const first = number('B12', 1);
const last = (day: ExamDay, kind: Statement['kind']) => day.statements.findLast((each) => each.kind === kind);
const presence = (day: ExamDay) => rollOf(day.state, sitting, b12)[0]?.attendance;

test('taking an entry back restores what it had replaced', () => {
  const day = new ExamDay();
  day.says(invigilator, attendance('present', first));
  const [mistake] = day.says(invigilator, attendance('absent', first));
  day.says(invigilator, withdraws(mistake));
  expect(presence(day)).toMatchObject({ kind: 'known', value: { status: 'present' } });
});

test('taking back « all the others are present » leaves what was corrected since', () => {
  const day = new ExamDay();
  day.says(invigilator, attendance('absent', first));
  const [everyone] = day.says(invigilator, attendance('present', ...day.everyoneIn()));
  day.says(invigilator, attendance('present', first));
  day.says(invigilator, withdraws(everyone));
  expect(presence(day)).toMatchObject({ kind: 'known', value: { status: 'present' } });
  expect(rollOf(day.state, sitting, b12)[1]?.attendance.kind).toBe('unknown');
});

test('an entry is taken back once, and what replaced it first', () => {
  const day = new ExamDay();
  const [one] = day.says(invigilator, attendance('present', first));
  day.says(invigilator, attendance('absent', first));
  expect(day.refusal(invigilator, withdraws(one))).toMatchObject({ because: { kind: 'nothing-new' } });
  const [two] = day.says(invigilator, attendance('present', first));
  day.says(invigilator, withdraws(two));
  expect(day.refusal(invigilator, withdraws(two))).toMatchObject({
    because: { kind: 'already-withdrawn', entry: two?.id },
  });
});

test('a taking back is not taken back', () => {
  const day = new ExamDay();
  const [one] = day.says(invigilator, attendance('present', first));
  const [undo] = day.says(invigilator, withdraws(one));
  expect(day.refusal(invigilator, withdraws(undo))).toMatchObject({
    because: { kind: 'unknown-subject', what: 'entry' },
  });
});

test('what the office published is taken back by the office alone', () => {
  const day = new ExamDay();
  expect(day.refusal(lead, withdraws(last(day, 'seats.assigned')))).toMatchObject({ because: { kind: 'not-yours' } });
  expect(day.refusal(secretary, withdraws(last(day, 'seats.assigned')))).toBe(null);
});

test('the office does not take back what a room said', () => {
  const day = new ExamDay();
  const [said] = day.says(invigilator, attendance('present', first));
  expect(day.refusal(secretary, withdraws(said))).toMatchObject({ because: { kind: 'not-yours' } });
  expect(day.refusal(head, withdraws(said))).toBe(null);
});

test('an invigilator assigned to another room takes back nothing of this one', () => {
  const day = new ExamDay().called();
  const said = last(day, 'attendance.recorded');
  const elsewhere: Command = {
    kind: 'invigilators.assigned',
    about: { sitting, room: b07 },
    data: { lead: otherLead.person, others: [] },
  };
  expect(day.refusal(otherLead, withdraws(said))).toBe(null);
  day.says(head, elsewhere);
  expect(day.refusal(otherLead, withdraws(said))).toMatchObject({ because: { kind: 'not-yours' } });
  expect(day.refusal(lead, withdraws(said))).toBe(null);
});

test('R-071 what a head decided is a head’s to take back', () => {
  const fourth = number('B12', 4);
  const day = new ExamDay().begun([fourth]).at('09:40');
  day.says(invigilator, late(fourth, '09:40'));
  const [decided] = day.says(head, lateDecided(fourth, true));
  expect(day.refusal(lead, withdraws(decided))).toMatchObject({ because: { kind: 'not-yours' } });
  expect(day.refusal(head, withdraws(decided))).toBe(null);
});

test('A-84 « subjects given out » is its lead’s to take back for two minutes, as long as nobody went out; then a head’s', () => {
  const day = new ExamDay().begun();
  const given = last(day, 'subjects.distributed');
  day.at('09:02');
  expect(day.refusal(lead, withdraws(given))).toBe(null);
  expect(day.refusal(invigilator, withdraws(given))).toMatchObject({ because: { kind: 'not-yours' } });
  day.at('09:03');
  const tooLate = { rule: 'A-84', because: { kind: 'start-on-the-board' } };
  expect(day.refusal(lead, withdraws(given))).toMatchObject(tooLate);
  expect(day.refusal(head, withdraws(given))).toBe(null);

  const other = new ExamDay().begun([number('B12', 4)]).at('09:01');
  other.says(invigilator, late(number('B12', 4), '09:01'));
  expect(other.refusal(lead, withdraws(last(other, 'subjects.distributed')))).toMatchObject(tooLate);
  expect(other.refusal(head, withdraws(last(other, 'subjects.distributed')))).toBe(null);
});

test('R-112 what a closed report states is not taken back, nor the closing itself', () => {
  const day = new ExamDay().begun().at('13:00').counted(4, 0, 0);
  const [closing] = day.says(lead, day.closing());
  for (const said of [last(day, 'attendance.recorded'), last(day, 'subjects.distributed'), closing]) {
    expect(day.refusal(head, withdraws(said))).toMatchObject({ because: { kind: 'report-closed' } });
  }
});

test('an entry nobody knows is not taken back', () => {
  const day = new ExamDay();
  const command: Command = {
    kind: 'entry.withdrawn',
    about: { entry: entryId.of('e'.repeat(64)) },
    data: { reason: 'erreur' },
  };
  expect(day.refusal(head, command)).toMatchObject({ because: { kind: 'unknown-subject', what: 'entry' } });
});

test('a rule is never set aside by itself', () => {
  const day = new ExamDay();
  expect(day.refusal(head, setAside('R-070'))).toMatchObject({ because: { kind: 'nothing-new' } });
});
