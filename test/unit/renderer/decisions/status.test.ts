import { expect, test } from 'vitest';
import { decisionStatus } from '../../../../renderer/decisions/status';
import { type Decision, decisionsOf } from '../../../../shared/exam/decisions/decisions';
import { Gathering } from '../../../../shared/exam/decisions/gathering';
import { at, head, invigilator, lead, number } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { decisionSeen, late, lateDecided } from '../../../support/gestures';

const caron = number('B12', 3);

function decidedToday(): { readonly day: ExamDay; readonly shown: () => Decision } {
  const day = new ExamDay().begun([caron]).at('09:10');
  day.says(invigilator, late(caron, '09:10'));
  day.at('09:12').says(head, lateDecided(caron, true));
  const shown = () => {
    const [decision] = decisionsOf(day.state, new Gathering().meet(day.statements), () => []);
    if (!decision) throw new Error('nothing was decided');
    return decision;
  };
  return { day, shown };
}

test('the head reads where a decision waits, and since when its machine is silent', () => {
  const { day, shown } = decidedToday();
  expect(decisionStatus(day.state, shown(), null)).toBe('en attente dans la salle B12');
  expect(decisionStatus(day.state, shown(), at('09:05'))).toBe(
    'en attente dans la salle B12, poste sans nouvelles depuis 09:05',
  );
});

test('and who has seen it in the room, when, and whether it was said', () => {
  const { day, shown } = decidedToday();
  day.at('09:14').says(lead, decisionSeen(shown().entry, lead, day.now));
  expect(decisionStatus(day.state, shown(), null)).toBe('vu et dit en salle à 09:14 par DURAND Paul');
});
