import { expect, test } from 'vitest';
import { identityDue } from '../../../../shared/exam/attendance/identityDue';
import type { Command } from '../../../../shared/exam/catalogue';
import { isPresent, rollOf } from '../../../../shared/exam/rooms/roll';
import { candidateId } from '../../../../shared/kernel/ids';
import { at, b12, head, invigilator, lead, number, otherLead, paperOf, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, setAside, unlisted } from '../../../support/gestures';

const first = number('B12', 1);

function identity(outcome: 'checked' | 'owed', due = at('2019-06-19 09:00')): Command {
  const about = { sitting, room: b12, candidate: first };
  return outcome === 'checked'
    ? { kind: 'identity.recorded', about, data: { outcome } }
    : { kind: 'identity.recorded', about, data: { outcome, due } };
}

const shown: Command = {
  kind: 'identity.settled',
  about: { sitting, room: b12, candidate: first },
  data: { outcome: 'shown', document: 'passeport', remark: '' },
};

test('R-056 the roll of a room marks only those who are on it', () => {
  const day = new ExamDay();
  expect(day.refusal(invigilator, attendance('present', first))).toBe(null);
  expect(day.refusal(invigilator, attendance('present', number('B07', 1)))).toMatchObject({
    because: { kind: 'unknown-subject', what: 'candidate' },
  });
});

test('R-056 a second tap corrects the first', () => {
  const day = new ExamDay();
  day.says(invigilator, attendance('absent', first));
  day.says(invigilator, attendance('present', first));
  const line = rollOf(day.state, sitting, b12)[0];
  expect(line && isPresent(line)).toBe(true);
});

test('two versions of one presence are shown as contested; whoever said one may put it right, nobody the other', () => {
  const day = new ExamDay();
  const before = day.state;
  const said = [
    ...day.saysFrom(before, invigilator, attendance('present', first)),
    ...day.saysFrom(before, lead, attendance('absent', first)),
  ];
  day.take(said);
  expect(rollOf(day.state, sitting, b12)[0]?.attendance).toMatchObject({ kind: 'contested' });
  const settles = { because: { kind: 'head-settles' } };
  expect(day.refusal(otherLead, attendance('present', first))).toMatchObject(settles);
  expect(day.refusal(head, attendance('present', first))).toMatchObject(settles);
  const corroborated = { kind: 'corroborated', value: { status: 'present' } };
  day.says(lead, attendance('present', first));
  expect(rollOf(day.state, sitting, b12)[0]?.attendance).toMatchObject(corroborated);
});

test('E-37 R-058 without a document one composes and shows it within 48 hours: Wednesday 19 June 09:00', () => {
  const day = new ExamDay();
  expect(identityDue(day.state, sitting, b12, paperOf({}))).toBe(at('2019-06-19 09:00'));
  day.says(invigilator, attendance('present', first), identity('owed'));
  expect(rollOf(day.state, sitting, b12)[0]?.identity).toEqual({ kind: 'owed', due: at('2019-06-19 09:00') });
  expect(day.refusal(invigilator, identity('owed', at('2019-06-19 09:01')))).toMatchObject({
    rule: 'R-058',
    because: { kind: 'due-too-late', limit: at('2019-06-19 09:00') },
  });
});

test('R-058 the head settles an identity that is owed, and no other', () => {
  const day = new ExamDay();
  expect(day.refusal(head, shown)).toMatchObject({ because: { kind: 'identity-not-owed' } });
  day.says(invigilator, identity('owed'));
  expect(day.refusal(lead, shown)).toMatchObject({ because: { kind: 'not-entitled' } });
  day.at('2019-06-18 10:00').says(head, shown);
  expect(rollOf(day.state, sitting, b12)[0]?.identity).toEqual({ kind: 'shown' });
});

test('R-057 the identity of someone absent is not checked', () => {
  const day = new ExamDay();
  day.says(invigilator, attendance('absent', first));
  expect(day.refusal(invigilator, identity('checked'))).toMatchObject({ rule: 'R-057' });
});

test('E-38 R-062 someone off the list composes a written paper, subject to verification', () => {
  const day = new ExamDay();
  day.says(invigilator, unlisted());
  const line = rollOf(day.state, sitting, b12).find((each) => each.provisional);
  expect(line).toMatchObject({ id: 'HL-1', table: 9, verified: null });
  day.says(invigilator, attendance('present', candidateId.of('HL-1')));
  day.says(head, {
    kind: 'provisional.settled',
    about: { sitting, room: b12, candidate: candidateId.of('HL-1') },
    data: { outcome: 'registered', remark: '' },
  });
  expect(rollOf(day.state, sitting, b12).find((each) => each.provisional)?.verified).toBe('registered');
});

test('E-38 R-138 an oral needs the prior agreement of the rector, which only a head may state', () => {
  const day = new ExamDay({ paper: { form: 'oral' } });
  expect(day.refusal(lead, unlisted())).toMatchObject({ rule: 'R-138', because: { kind: 'oral-needs-agreement' } });
  expect(day.refusal(lead, setAside('R-138'), unlisted())).toMatchObject({ rule: 'R-138' });
  expect(day.refusal(head, setAside('R-138', 'accord du rectorat du 14 juin'), unlisted())).toBe(null);
});

test('R-138 an optional paper is no more open to those who are not registered', () => {
  const day = new ExamDay({ paper: { optional: true } });
  expect(day.refusal(lead, unlisted())).toMatchObject({ rule: 'R-138' });
});

test('R-061 who is on a list of the sitting is found there, not admitted off it', () => {
  const day = new ExamDay();
  const moreau = unlisted({ familyName: 'MOREAU', givenNames: 'camille', birthDate: dayOfBirth(day) });
  expect(day.refusal(invigilator, moreau)).toMatchObject({
    rule: 'R-061',
    because: { kind: 'already-on-the-list', candidate: number('B07', 1) },
  });
});

test('R-009 someone off the list is given a free table that can be used', () => {
  const day = new ExamDay();
  expect(day.refusal(invigilator, unlisted({ table: 2 }))).toMatchObject({
    because: { kind: 'table-taken', table: 2 },
  });
  expect(day.refusal(invigilator, unlisted({ table: 30 }))).toMatchObject({ because: { kind: 'table-off' } });
});

test('R-070 once the subjects are given out, only a head lets in someone off the list, and within the hour', () => {
  const day = new ExamDay().begun();
  expect(day.at('09:20').refusal(lead, setAside('R-070'), unlisted())).toMatchObject({ rule: 'R-070' });
  expect(day.refusal(head, setAside('R-070'), unlisted(), attendance('present', candidateId.of('HL-1')))).toBe(null);
  expect(day.at('10:01').refusal(head, setAside('R-070'), setAside('R-071'), unlisted())).toMatchObject({
    rule: 'R-071',
  });
});

function dayOfBirth(day: ExamDay) {
  return rollOf(day.state, sitting, b12)[0]?.birthDate ?? null;
}
