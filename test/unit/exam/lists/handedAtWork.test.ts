import { expect, test } from 'vitest';
import { termsOfMachine } from '../../../../shared/centre/machineTerms';
import { apply } from '../../../../shared/exam/apply';
import { type Decision, decisionsOf } from '../../../../shared/exam/decisions/decisions';
import { Gathering } from '../../../../shared/exam/decisions/gathering';
import { handingsDue } from '../../../../shared/exam/lists/unhanded';
import { emptyState } from '../../../../shared/exam/state';
import { day as dayId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import { b12, candidateOf, head, lead, number, secretary, session } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { decisionSeen } from '../../../support/gestures';
import { deviceNamed, wrappingOf } from '../../../support/grants';

const caron = number('B12', 3);

function decisionsIn(statements: readonly Statement[]): readonly Decision[] {
  return decisionsOf(apply(emptyState, statements), new Gathering().meet(statements), () => []);
}

/** The statements as the room's machine reads them: without the lists, what was handed to it opened. */
function onLaptop(centre: ExamDay, opened: ReadonlyMap<string, Statement>): readonly Statement[] {
  return centre.statements
    .filter(({ kind }) => kind !== 'candidates.published')
    .map((each) => opened.get(each.id) ?? each);
}

test('R-031 a measure that the lists grant while the room is at work is told there, and the head sees that it was seen', () => {
  const centre = new ExamDay();
  const opened = new Map<string, Statement>();
  const handAll = () => {
    const due = handingsDue(centre.state);
    const said = centre.says(secretary, ...due);
    for (const [at, each] of said.entries()) opened.set(each.id, { ...each, data: due[at]?.data ?? null });
    return said;
  };
  const terms = termsOfMachine('room', {
    centre: '0750001A',
    from: dayId.of('2019-06-16'),
    until: dayId.of('2019-08-16'),
  });
  centre.says(head, {
    kind: 'admission.given',
    about: { device: deviceNamed('laptop') },
    data: { name: 'B12', rooms: [b12], wrapping: wrappingOf('laptop').publicKey, terms, replaces: null },
  });
  handAll();
  centre.begun().at('09:20');
  expect(decisionsIn(onLaptop(centre, opened))).toEqual([]);

  const measures = [{ kind: 'extraTime', minutesPerHour: 20 }] as const;
  const [published] = centre.says(secretary, {
    kind: 'candidates.published',
    about: { session },
    data: { source: 'rectorat', candidates: [candidateOf({ name: 'Caron', accommodations: measures }, caron)] },
  });
  const [handed] = centre.at('09:21').says(secretary, ...handingsDue(centre.state));
  if (!published || !handed) throw new Error('both were said');
  opened.set(handed.id, {
    ...handed,
    data: {
      registrations: [
        { status: 'registered', candidate: candidateOf({ name: 'Caron', accommodations: measures }, caron) },
      ],
    },
  });
  const matters = [{ kind: 'measures', candidate: caron, measures }];
  expect(decisionsIn(onLaptop(centre, opened))).toMatchObject([{ entry: handed.id, room: b12, matters, seen: null }]);
  expect(decisionsIn(centre.statements)).toMatchObject([{ entry: published.id, room: b12, matters, seen: null }]);

  centre.at('09:23').says(lead, decisionSeen(handed.id, lead, centre.now));
  const seen = { person: lead.person };
  expect(decisionsIn(onLaptop(centre, opened))).toMatchObject([{ entry: handed.id, seen }]);
  expect(decisionsIn(centre.statements)).toMatchObject([{ entry: published.id, seen }]);
});
