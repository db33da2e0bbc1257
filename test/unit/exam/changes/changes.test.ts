import { expect, test } from 'vitest';
import type { CommandOf } from '../../../../shared/exam/catalogue';
import { changesOf } from '../../../../shared/exam/changes/changes';
import { type CandidateId, day } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import {
  b07,
  b12,
  candidateOf,
  examDay,
  french,
  head,
  invigilator,
  number,
  secretary,
  session,
  sitting,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { withdraws } from '../../../support/gestures';

const access: CommandOf<'access.granted'> = {
  kind: 'access.granted',
  about: { person: head.person },
  data: { roles: ['centreHead'], pinHash: '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA' },
};

function listed(...candidates: readonly ReturnType<typeof candidateOf>[]): CommandOf<'candidates.published'> {
  return { kind: 'candidates.published', about: { session }, data: { source: 'siège', candidates: [...candidates] } };
}

function startsAt(start: string): CommandOf<'sittings.published'> {
  const sittings = [{ id: sitting, day: examDay, start, papers: [french] }];
  return { kind: 'sittings.published', about: { session }, data: { sittings } };
}

/** A centre at work; what the secretary says stands for what came from elsewhere. */
function atWork(): ExamDay {
  const centre = new ExamDay();
  centre.says({ ...head, role: 'setup' }, access);
  return centre;
}
const fromElsewhere = ({ by }: Statement) => by.role === 'examSecretariat';
const seen = (centre: ExamDay) => changesOf(centre.state, centre.statements, fromElsewhere);
const [allard, ben] = [number('B12', 1), number('B12', 2)];
const candidate = (id: CandidateId, name: string) => candidateOf({ name }, id);

test('what was published before the centre was at work, and what this machine wrote, are no changes', () => {
  const centre = new ExamDay();
  centre.says(secretary, startsAt('08:30'));
  centre.says({ ...head, role: 'setup' }, access);
  centre.says(head, startsAt('09:30'));
  expect(seen(centre)).toEqual([]);
});

test('a corrected time is told with what it was', () => {
  const centre = atWork();
  centre.says(secretary, startsAt('09:30'));
  expect(seen(centre)).toMatchObject([
    {
      role: 'examSecretariat',
      seen: false,
      changes: [{ aspect: 'sittings', key: sitting, before: { start: '09:00' }, after: { start: '09:30' } }],
    },
  ]);
});

test('of a list sent again, only who is new or otherwise described is told', () => {
  const centre = atWork();
  const measured = candidateOf({ name: 'Ben Salah', accommodations: [{ kind: 'computer' }] }, ben);
  const fresh = candidate(number('B12', 9), 'Nouvel');
  centre.says(secretary, listed(candidate(allard, 'Allard'), measured, fresh));
  expect(seen(centre)[0]?.changes).toMatchObject([
    {
      key: ben,
      before: { candidate: { accommodations: [] } },
      after: { candidate: { accommodations: [{ kind: 'computer' }] } },
    },
    { key: fresh.id, before: null, after: { status: 'registered' } },
  ]);
});

test('somebody struck off, a room removed and a seat moved are told with what stood before', () => {
  const centre = atWork();
  centre.says(secretary, {
    kind: 'candidates.struckOff',
    about: { session },
    data: { source: 'siège', candidates: [candidate(allard, 'Allard')] },
  });
  centre.says(secretary, {
    kind: 'seats.assigned',
    about: { day: examDay },
    data: { seats: [{ candidate: ben, seat: { room: b07, table: 7 } }] },
  });
  const [seat, struck] = seen(centre);
  expect(seat?.changes).toMatchObject([
    { aspect: 'seats', scope: examDay, before: { room: b12, table: 2 }, after: { room: b07, table: 7 } },
  ]);
  expect(struck?.changes).toMatchObject([{ before: { status: 'registered' }, after: { status: 'gone' } }]);
});

test('the latest comes first; what was replaced since says so, what was taken back is gone', () => {
  const centre = atWork();
  centre.says(secretary, startsAt('09:30'));
  centre.says(secretary, startsAt('09:15'));
  expect(seen(centre).map(({ changes }) => changes.map((each) => each.replaced))).toEqual([[false], [true]]);
  const last = centre.statements.at(-1);
  centre.says(secretary, withdraws(last));
  expect(seen(centre)).toMatchObject([{ changes: [{ after: { start: '09:30' }, replaced: false }] }]);
});

test('a head takes note of a change, once; nobody else does', () => {
  const centre = atWork();
  const [said] = centre.says(secretary, startsAt('09:30'));
  if (!said) throw new Error('nothing said');
  const noted: CommandOf<'change.seen'> = { kind: 'change.seen', about: { entry: said.id }, data: {} };
  expect(centre.refusal(invigilator, noted)).toMatchObject({ because: { kind: 'not-entitled' } });
  centre.says(head, noted);
  expect(seen(centre)).toMatchObject([{ seen: true }]);
  expect(centre.refusal(head, noted)).toMatchObject({ because: { kind: 'nothing-new' } });
});

test('the same changes whatever the order in which the entries came', () => {
  const centre = atWork();
  centre.says(secretary, startsAt('09:30'));
  centre.says(secretary, listed(candidate(number('B12', 9), 'Nouvel')));
  centre.says(secretary, {
    kind: 'sittings.published',
    about: { session },
    data: { sittings: [{ id: sitting, day: day.of('2019-06-18'), start: '09:30', papers: [french] }] },
  });
  expect(changesOf(centre.state, [...centre.statements].reverse(), fromElsewhere)).toEqual(seen(centre));
});
