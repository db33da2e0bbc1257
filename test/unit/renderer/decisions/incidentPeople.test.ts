import { expect, test } from 'vitest';
import { familiesConcerned, namesConcerned } from '../../../../renderer/decisions/incidentPeople';
import { type CandidateId, paperId } from '../../../../shared/kernel/ids';
import {
  b07,
  b12,
  candidateOf,
  examDay,
  head,
  national,
  number,
  paperOf,
  session,
  sitting,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

const allard = number('B12', 1);
const caron = number('B12', 3);

test('whom an incident concerns is told with their table, and by their name alone once they sit elsewhere', () => {
  const day = new ExamDay();
  const names = () => namesConcerned(day.state, sitting, { room: b12, candidates: [caron, allard] });
  expect(names()).toEqual(['CARON Camille (table\u00A03)', 'ALLARD Camille (table\u00A01)']);
  const seat = { room: b07, table: 9 };
  day.says(head, { kind: 'seats.assigned', about: { day: examDay }, data: { seats: [{ candidate: allard, seat }] } });
  expect(names()).toEqual(['CARON Camille (table\u00A03)', 'ALLARD Camille']);
});

test('R-151 R-172 the rules are those of whoever it concerns; of the whole room where it names nobody', () => {
  const units = paperOf({ id: paperId.of('uc-1'), diploma: 'uc', code: 'UC1', title: 'Unité 1' });
  const day = new ExamDay({ otherPapers: [units] });
  const regulation = { ...national, diploma: 'uc' as const, family: 'UC' as const };
  day.says(
    head,
    { kind: 'regulations.published', about: { session }, data: { regulations: [regulation], specialities: [] } },
    {
      kind: 'candidates.published',
      about: { session },
      data: { source: 'siège', candidates: [candidateOf({ name: 'Caron' }, caron, 'uc')] },
    },
  );
  const families = (...candidates: readonly CandidateId[]) => [
    ...familiesConcerned(day.state, sitting, { room: b12, candidates }),
  ];
  expect(families(caron)).toEqual(['UC']);
  expect(families(allard)).toEqual(['EN']);
  expect(families().sort()).toEqual(['EN', 'UC']);
});
