import { expect, test } from 'vitest';
import { rulesInTheWay } from '../../../../shared/exam/decide';
import { paperClocks } from '../../../../shared/exam/rooms/phase';
import { earliestExit } from '../../../../shared/exam/timing/limits';
import { paperId } from '../../../../shared/kernel/ids';
import { minutes } from '../../../../shared/kernel/instant';
import { at, b12, head, invigilator, lead, number, paperOf, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, distributed, envelopeChecked, noticeRead, roomChecked, setAside } from '../../../support/gestures';

test('R-012 R-049 R-067 R-089 subjects are given out after the check, the roll, the notice and the envelope', () => {
  const day = new ExamDay();
  const refused = () => day.at('09:00').refusal(lead, distributed('09:00'));
  expect(refused()).toMatchObject({ rule: 'R-012', because: { kind: 'room-not-checked' } });
  day.says(lead, roomChecked());
  expect(refused()).toMatchObject({ rule: 'R-049', because: { kind: 'roll-incomplete', missing: 4 } });
  day.says(invigilator, attendance('present', ...day.everyoneIn()));
  expect(refused()).toMatchObject({ rule: 'R-067', because: { kind: 'notice-not-read' } });
  day.says(lead, noticeRead());
  expect(refused()).toMatchObject({ rule: 'R-089', because: { kind: 'envelope-not-checked' } });
  day.says(lead, envelopeChecked());
  expect(refused()).toBe(null);
});

test('each rule is set aside by itself: one reason does not cover the others', () => {
  const day = new ExamDay();
  expect(day.refusal(lead, setAside('R-012'), distributed('09:00'))).toMatchObject({ rule: 'R-049' });
  const all = ['R-012', 'R-049', 'R-067', 'R-089'].map((rule) => setAside(rule));
  expect(day.refusal(lead, ...all, distributed('09:00'))).toBe(null);
  expect(day.refusal(invigilator, distributed('09:00'))).toMatchObject({ because: { kind: 'not-entitled' } });
});

test('all the rules in the way are told at once, up to the first that one may not set aside', () => {
  const day = new ExamDay();
  const inTheWay = (by: typeof lead) =>
    rulesInTheWay(distributed('09:00'), day.state, by, day.now).map(({ rule }) => rule);
  expect(inTheWay(lead)).toEqual(['R-012', 'R-049', 'R-067', 'R-089']);
  day.says(lead, envelopeChecked(false));
  expect(inTheWay(lead)).toEqual(['R-012', 'R-049', 'R-067', 'R-090']);
  expect(inTheWay(invigilator)).toEqual(['house']);
  day.called();
  day.says(lead, noticeRead(), envelopeChecked());
  expect(inTheWay(lead)).toEqual([]);
});

test('R-090 R-094 what the envelope check found wrong is given out by a head alone', () => {
  const day = new ExamDay().called();
  day.says(lead, noticeRead(), envelopeChecked(false));
  expect(day.refusal(lead, setAside('R-090'), distributed('09:00'))).toMatchObject({
    rule: 'R-090',
    because: { kind: 'envelope-mismatch' },
    overridableBy: ['centreHead', 'deputyCentreHead'],
  });
  expect(day.refusal(head, setAside('R-090', 'sujets de secours'), distributed('09:00'))).toBe(null);
  day.says(lead, envelopeChecked(true));
  expect(day.refusal(lead, distributed('09:00'))).toBe(null);
});

test('R-090 an envelope is checked before its subjects are given out', () => {
  const day = new ExamDay().begun();
  expect(day.refusal(lead, envelopeChecked())).toMatchObject({ rule: 'R-090', because: { kind: 'already-started' } });
});

test('A-84 only a head changes the start that is on the board', () => {
  const day = new ExamDay().begun();
  expect(day.refusal(lead, setAside('A-84'), distributed('09:10'))).toMatchObject({
    rule: 'A-84',
    because: { kind: 'already-started', boardStart: at('09:00') },
  });
  day.says(head, setAside('A-84', 'sujet complété'), distributed('09:10'));
  expect(paperClocks(day.state, sitting, b12)[0]).toMatchObject({ boardStart: at('09:10'), end: at('13:10') });
});

test('R-087 UC: the time is counted from the moment everybody has the subject', () => {
  const day = new ExamDay({ diploma: 'uc', family: 'UC' }).called();
  day.says(lead, noticeRead(), envelopeChecked());
  expect(day.refusal(lead, distributed('09:00', paperOf({}).id, '09:10'))).toMatchObject({
    rule: 'R-087',
    because: { kind: 'started-so-late', distributedAt: at('09:10') },
  });
  expect(day.refusal(lead, distributed('09:10', paperOf({}).id, '09:10'))).toBe(null);
});

test('R-084 an end is told by the start on the board, whenever the subjects were given out', () => {
  const day = new ExamDay().called();
  day.says(lead, noticeRead(), envelopeChecked());
  day.says(lead, distributed('09:00', paperOf({}).id, '09:06'));
  expect(paperClocks(day.state, sitting, b12)[0]).toMatchObject({ end: at('13:00'), distributedAt: at('09:06') });
});

test('R-108 nothing is given out for a paper whose sitters are all absent', () => {
  const day = new ExamDay({ sitters: [{ name: 'Allard' }] }).called([number('B12', 1)]);
  day.says(lead, noticeRead(), envelopeChecked());
  expect(day.refusal(lead, distributed('09:00'))).toMatchObject({ because: { kind: 'nobody-sits' } });
});

test('E-36 R-093 no subject leaves the room before 10:00', () => {
  const day = new ExamDay();
  expect(earliestExit(day.state, sitting, b12, paperOf({}))).toBe(null);
  day.begun();
  expect(earliestExit(day.state, sitting, b12, paperOf({}))).toBe(at('09:00') + minutes(60));
});

test('subjects are given out for papers that the room sits', () => {
  const day = new ExamDay().called();
  expect(day.refusal(lead, distributed('09:00', paperId.of('mathematiques')))).toMatchObject({
    because: { kind: 'unknown-subject', what: 'paper' },
  });
});
