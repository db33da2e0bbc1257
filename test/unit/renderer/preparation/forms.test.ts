import { expect, test } from 'vitest';
import { accommodationsForm } from '../../../../renderer/preparation/candidates/accommodationsForm';
import { lateCandidateForm, nothingTyped } from '../../../../renderer/preparation/candidates/lateCandidateForm';
import { hundredthsOf, paperForm, typingOf as paperTyping } from '../../../../renderer/preparation/papers/paperForm';
import { clashAmong, sittingForm } from '../../../../renderer/preparation/papers/sittingForm';
import { roomForm, roomOf, typingOf as roomTyping } from '../../../../renderer/preparation/rooms/roomForm';
import { personForm } from '../../../../renderer/preparation/staff/personForm';
import { demonstration } from '../../../../shared/formats/demonstration/demonstration';
import { day, roomId } from '../../../../shared/kernel/ids';

const made = demonstration({ size: 'S', seed: 4, day: day.of('2027-06-14') });
const [paper] = made.papers;
const [candidate] = made.candidates;
if (!paper || !candidate) throw new Error('a demonstration without papers');
const at = (result: { error?: { issues: readonly { path: readonly PropertyKey[] }[] } }) =>
  result.error?.issues.map(({ path }) => path.join('.'));

test('a room needs a name that no other room has, whatever its accents', () => {
  const form = roomForm(['Amphi Éluard']);
  const typed = roomTyping(null);
  expect(at(form.safeParse(typed))).toEqual(['name']);
  expect(at(form.safeParse({ ...typed, name: 'amphi eluard' }))).toEqual(['name']);
  expect(form.safeParse({ ...typed, name: 'B12' }).success).toBe(true);
});

test('a room has 1 to 40 rows and columns, and at least one table in service', () => {
  const form = roomForm([]);
  const typed = { ...roomTyping(null), name: 'B12' };
  expect(at(form.safeParse({ ...typed, rows: null, columns: 41 }))).toEqual(['rows', 'columns']);
  expect(at(form.safeParse({ ...typed, rows: 1, columns: 2, off: [1, 2] }))).toEqual(['columns']);
});

test('tables beyond a room’s new size are forgotten', () => {
  const typed = roomForm([]).parse({ ...roomTyping(null), name: 'B12', rows: 2, columns: 2, off: [3, 9, 3] });
  expect(roomOf(roomId.of('B12'), typed)).toMatchObject({ off: [3], building: null });
});

test('a coefficient is typed with a comma or a point, to two decimals', () => {
  expect(['2,5', '3', '0.25', '100', ' 1,50 '].map(hundredthsOf)).toEqual([250, 300, 25, 10_000, 150]);
  expect(['', 'deux', '1,234', '101', '-1'].map(hundredthsOf)).toEqual([null, null, null, null, null]);
});

test('two papers of one diploma and speciality do not bear the same code', () => {
  expect(at(paperForm([paper]).safeParse(paperTyping(paper)))).toEqual(['code']);
  expect(paperForm([]).safeParse(paperTyping(paper)).success).toBe(true);
});

test('papers that the same candidates sit are not at the same moment', () => {
  const same = made.papers.filter((each) => each.diploma === 'bac-pro' && each.specialities.length === 0).slice(0, 2);
  expect(clashAmong(same)).toHaveLength(2);
  const apart = made.papers.filter((each) => each.specialities.length > 0 && each.code === 'E2');
  expect(clashAmong(apart)).toBeNull();
  const typed = { day: '2027-06-14', start: '09:00', papers: same.map(({ id }) => id) };
  expect(at(sittingForm(made.papers, []).safeParse(typed))).toEqual(['papers']);
});

test('a second sitting at the same moment is refused: its papers belong to the first', () => {
  const typed = { day: '2027-06-14', start: '09:00', papers: [paper.id] };
  expect(at(sittingForm(made.papers, made.sittings).safeParse(typed))).toEqual(['start']);
});

test('a candidate by hand: a number nobody has, a birth in the past, a speciality of the session', () => {
  const form = lateCandidateForm(made.specialities, new Map([[candidate.id, candidate]]), '2027-06-01');
  const typed = {
    ...nothingTyped,
    familyName: 'NÈGRE',
    givenNames: 'Zoé',
    speciality: '31212',
    birthDate: '2008-02-29',
  };
  expect(form.safeParse(typed).success).toBe(true);
  expect(at(form.safeParse({ ...typed, id: candidate.id }))).toEqual(['id']);
  expect(at(form.safeParse({ ...typed, birthDate: '2028-01-01' }))).toEqual(['birthDate']);
  expect(at(form.safeParse({ ...typed, speciality: null }))).toEqual(['speciality']);
});

test('R-032 extra time is a third at most: 1 to 20 minutes per hour', () => {
  const typed = { granted: ['extraTime' as const, 'computer' as const], minutesPerHour: 20 };
  expect(accommodationsForm.parse(typed)).toEqual([{ kind: 'extraTime', minutesPerHour: 20 }, { kind: 'computer' }]);
  for (const minutesPerHour of [0, 21, null, 7.5]) {
    expect(at(accommodationsForm.safeParse({ ...typed, minutesPerHour }))).toEqual(['minutesPerHour']);
  }
  expect(accommodationsForm.parse({ granted: [], minutesPerHour: null })).toEqual([]);
});

test('the classes somebody teaches are separated by commas, each once', () => {
  const typed = {
    familyName: 'MOREL',
    givenNames: 'Ève',
    roles: ['invigilator' as const],
    teaches: 'TMA, TMA ;2CAP\n',
  };
  expect(personForm.parse(typed).teaches).toEqual(['TMA', '2CAP']);
  expect(at(personForm.safeParse({ ...typed, roles: [], teaches: 'x'.repeat(21) }))).toEqual(['roles', 'teaches']);
});
