import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../../shared/exam/scripts/reported';
import { facts } from '../../../../shared/exam/state';
import { entryId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import { b07, b12, head, lead, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { distributed, setAside, withdraws } from '../../../support/gestures';

/** As version 1 wrote it: the room at its sitting in one string. */
function firstVersion(day: ExamDay, place: string): Statement {
  return {
    kind: 'rule.overridden',
    version: 1,
    about: { rule: 'R-012' },
    data: { reason: 'salle contrôlée la veille', place },
    id: entryId.of('c'.repeat(64)),
    supersedes: [],
    at: { wall: day.now, logical: [day.now, 999], zone: 'Europe/Paris', offset: null },
    by: lead,
  };
}

const overridesIn = (day: ExamDay, room = b12) => reportOf(day.state, sitting, room)?.overrides;

describe('where a rule was set aside', () => {
  test('is a room at a sitting: it stands on that room’s report and on no other', () => {
    const day = new ExamDay().called();
    day.says(
      lead,
      setAside('R-067', 'candidats malentendants'),
      setAside('R-089', 'enveloppe ouverte au secrétariat'),
      distributed('09:00'),
    );
    expect(overridesIn(day)).toEqual(
      [
        { rule: 'R-089', reason: 'enveloppe ouverte au secrétariat' },
        { rule: 'R-067', reason: 'candidats malentendants' },
      ].sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    );
    expect(overridesIn(day, b07)).toEqual([]);
  });

  test('FAULT 42 is read as well from what version 1 wrote', () => {
    const day = new ExamDay();
    day.take([firstVersion(day, `${sitting}|${b12}`)]);
    expect(overridesIn(day)).toEqual([{ rule: 'R-012', reason: 'salle contrôlée la veille' }]);
    expect(day.refusal(head, withdraws(day.statements.at(-1)))).toBeNull();
    day.says(head, withdraws(day.statements.at(-1)));
    expect(overridesIn(day)).toEqual([]);
  });

  test('an entry of version 1 that named no room at a sitting is read, and stands on no report', () => {
    const day = new ExamDay();
    day.take([firstVersion(day, 'A101')]);
    expect(day.state.unread.size).toBe(0);
    expect([...facts(day.state, 'overrides', 'session').values()]).toMatchObject([{ rule: 'R-012', room: null }]);
    expect(overridesIn(day)).toEqual([]);
  });

  test('none is written any more without its room', () => {
    const day = new ExamDay().called();
    const aside = setAside('R-067');
    const nowhere = { ...aside, about: { ...aside.about, sitting: null } };
    expect(day.refusal(lead, nowhere, distributed('09:00'))).toMatchObject({ because: { field: 'room' } });
  });
});
