import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import { accessOfPerson } from '../../../../shared/exam/staff/access';
import type { Role } from '../../../../shared/kernel/role';
import type { Actor } from '../../../../shared/kernel/statement';
import { head, invigilator, lead, secretary } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { withdraws } from '../../../support/gestures';

const granted = (to: Actor, ...roles: readonly Role[]): Command => ({
  kind: 'access.granted',
  about: { person: to.person },
  data: { roles: [...roles], pinHash: '$argon2id$essai' },
});
const withdrawn = (from: Actor): Command => ({
  kind: 'access.withdrawn',
  about: { person: from.person },
  data: { reason: 'a quitté le centre' },
});
const lastHead = (of: Actor) => ({ because: { kind: 'last-head', person: of.person }, overridableBy: [] });

test('a head withdraws an access once, and undoes it', () => {
  const day = new ExamDay();
  day.says(head, granted(head, 'centreHead'), granted(lead, 'roomLeadInvigilator'));
  expect(day.refusal(lead, withdrawn(head))).toMatchObject({ because: { kind: 'not-entitled' } });
  const [entry] = day.says(head, withdrawn(lead));
  expect(accessOfPerson(day.state, lead.person)).toBeNull();
  expect(day.refusal(head, withdrawn(lead))).toMatchObject({ because: { kind: 'nothing-new' } });
  day.says(head, withdraws(entry));
  expect(accessOfPerson(day.state, lead.person)?.roles).toEqual(['roomLeadInvigilator']);
});

test('the last centre head is neither withdrawn, nor left without the role, nor undone; a deputy is no replacement', () => {
  const day = new ExamDay();
  const [first] = day.says(head, granted(head, 'centreHead'));
  day.says(head, granted(secretary, 'deputyCentreHead'));
  expect(day.refusal(head, withdrawn(head))).toMatchObject(lastHead(head));
  expect(day.refusal(head, granted(head, 'invigilator'))).toMatchObject(lastHead(head));
  expect(day.refusal(head, withdraws(first))).toMatchObject(lastHead(head));
  expect(day.refusal(head, granted(head, 'centreHead', 'invigilator'))).toBeNull();
  day.says(head, granted(lead, 'centreHead'));
  expect(day.refusal(head, withdrawn(head))).toBeNull();
});

test('where a deputy alone was given a code, the last deputy stays', () => {
  const day = new ExamDay();
  day.says(head, granted(secretary, 'deputyCentreHead'), granted(invigilator, 'invigilator'));
  expect(day.refusal(head, withdrawn(secretary))).toMatchObject(lastHead(secretary));
  expect(day.refusal(head, withdrawn(invigilator))).toBeNull();
});
