import { expect, test } from 'vitest';
import { findCandidates } from '../../../../shared/exam/rooms/find';
import { b07, b12, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

const sitters = ['Ben Salah', 'Łukasik', 'Lefèvre', 'L’Œuvre', 'Le Goff', 'Lefebvre'].map((name) => ({ name }));
const day = new ExamDay({ sitters, others: [{ name: 'Lefort' }, { name: 'Moreau' }] });
const search = (typed: string) => findCandidates(day.state, sitting, b12, typed);
const names = (typed: string) => search(typed).map((each) => each.familyName);

test('a whole number finds its candidate alone, in whatever room', () => {
  expect(search(number('B12', 2))).toMatchObject([{ familyName: 'Łukasik', table: 2, room: b12, here: true }]);
  expect(search('3019 0001')).toMatchObject([{ table: 1, room: b07, roomName: 'Salle B07', here: false }]);
});

test('a scanned code may have a prefix or a suffix around the number', () => {
  expect(names(`FR-${number('B12', 3)}-K`)).toEqual(['Lefèvre']);
});

test('the last digits of a number are enough, those of this room first', () => {
  expect(search('0002')).toMatchObject([
    { familyName: 'Łukasik', here: true },
    { familyName: 'Moreau', here: false },
  ]);
});

test('a name is found without accents, capitals, ligatures or order', () => {
  expect(names('lukasik')).toEqual(['Łukasik']);
  expect(names('OEUVRE')).toEqual(['L’Œuvre']);
  expect(names('camille ben')).toEqual(['Ben Salah']);
  expect(names('lefe')).toEqual(['Lefebvre', 'Lefèvre']);
});

test('those of another room come after those of this one', () => {
  expect(search('lef').map((each) => each.here)).toEqual([true, true, false]);
});

test('one slip of the keyboard is forgiven, two are not', () => {
  expect(names('morreau')).toEqual(['Moreau']);
  expect(names('mroeau')).toEqual(['Moreau']);
  expect(names('morrrau')).toEqual([]);
});

test('nothing typed finds nobody', () => {
  expect(names('  ')).toEqual([]);
  expect(names('12')).toEqual([]);
});
