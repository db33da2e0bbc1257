import { expect, test } from 'vitest';
import { namesIn } from '../../../renderer/chronicle/names';
import { changeTold } from '../../../renderer/text/changes';
import type { Change } from '../../../shared/exam/changes/changes';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { day } from '../../../shared/kernel/ids';
import { b07, b12, candidateOf, examDay, french, number, paperOf, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';

const { state } = new ExamDay();
const names = namesIn(state, () => null);
const told = (change: Change) => changeTold(change, names);
const key = number('B12', 1);
const base = { scope: 'session', key, replaced: false };
const registered = (change: Partial<Candidate> = {}) => ({
  status: 'registered' as const,
  candidate: { ...candidateOf({ name: 'Allard' }, key), ...change },
});

test('an accommodation granted late is told before and after; what stayed is not', () => {
  const after = registered({ accommodations: [{ kind: 'extraTime', minutesPerHour: 20 }, { kind: 'computer' }] });
  expect(told({ aspect: 'registrations', ...base, before: registered(), after })).toEqual({
    subject: 'ALLARD Camille',
    kind: 'changed',
    lines: [{ label: 'Aménagements', before: 'aucun', after: 'tiers temps et ordinateur' }],
  });
});

test('a new candidate is told with what is known of them; one struck off, as gone', () => {
  const added = told({ aspect: 'registrations', ...base, before: null, after: registered({ division: 'TMEL' }) });
  expect(added).toMatchObject({ kind: 'added' });
  expect(added.lines).toContainEqual({ label: 'Classe', before: null, after: 'TMEL' });
  const gone = { ...registered(), status: 'gone' as const };
  expect(told({ aspect: 'registrations', ...base, before: registered(), after: gone })).toEqual({
    subject: 'ALLARD Camille',
    kind: 'removed',
    lines: [],
  });
});

test('a corrected time, another room, another duration: each fact by its name', () => {
  const held = { id: sitting, day: examDay, start: '09:00', papers: [french] };
  expect(
    told({
      aspect: 'sittings',
      scope: 'session',
      key: sitting,
      replaced: false,
      before: held,
      after: { ...held, start: '09:30' },
    }),
  ).toMatchObject({
    subject: 'Séance du lun. 17\u00A0juin',
    lines: [{ label: 'Début', before: '09:00', after: '09:30' }],
  });
  expect(
    told({
      aspect: 'seats',
      scope: examDay,
      key,
      replaced: false,
      before: { room: b12, table: 1 },
      after: { room: b07, table: 4 },
    }),
  ).toMatchObject({ lines: [{ before: 'Salle B12, place 1', after: 'Salle B07, place 4' }] });
  expect(
    told({
      aspect: 'papers',
      scope: 'session',
      key: french,
      replaced: false,
      before: paperOf({}),
      after: paperOf({ durationMinutes: 150 }),
    }).lines,
  ).toEqual([{ label: 'Durée', before: '4\u00A0h', after: '2\u00A0h\u00A030' }]);
});

test('what is removed is named, and a difference that has no line of its own is told as such', () => {
  const room = { id: b12, name: 'Salle B12', building: null, rows: 5, columns: 6, off: [30], extraTime: false };
  expect(told({ aspect: 'rooms', scope: 'session', key: b12, replaced: false, before: room, after: null })).toEqual({
    subject: 'Salle B12',
    kind: 'removed',
    lines: [],
  });
  const other = told({ aspect: 'registrations', ...base, before: registered(), after: registered({ ine: '123' }) });
  expect(other.lines).toEqual([{ label: 'Autres renseignements', before: null, after: 'modifiés' }]);
  const moved = { ...candidateOf({ name: 'Allard' }, key), birthDate: day.of('2002-03-04') };
  const born = told({ aspect: 'registrations', ...base, before: registered(), after: registered(moved) });
  expect(born.lines.map(({ label }) => label)).toEqual(['Né(e) le']);
});
