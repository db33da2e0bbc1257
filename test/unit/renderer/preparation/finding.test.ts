import { expect, test } from 'vitest';
import { matches, nearestFirst } from '../../../../renderer/preparation/candidates/search';
import { tableAfter } from '../../../../renderer/preparation/grid/tableSteps';
import { candidateId } from '../../../../shared/kernel/ids';

const person = {
  id: candidateId.of('2011557741'),
  familyName: 'D’ALMEIDA-LEFÈVRE',
  usageName: null,
  givenNames: 'Jean-Noël',
  registration: '002 Version 2',
  division: 'TMA',
};

test('a candidate is found by the beginning of any name, by number or class, accents aside', () => {
  for (const typed of ['almeida', 'lefevre jean', 'noel', '2011557', 'tma', "d'almeida"]) {
    expect(matches(person, typed), typed).toBe(true);
  }
  for (const typed of ['evre', 'lefevre paul', '557741']) expect(matches(person, typed), typed).toBe(false);
});

test('who is called what was typed comes before who merely matches', () => {
  const other = { ...person, familyName: 'AHAMADA', givenNames: 'Marylou' };
  const martin = { ...person, familyName: 'MARTIN', givenNames: 'Camille' };
  expect(nearestFirst([other, martin], 'mar')).toEqual([martin, other]);
});

test('arrows walk through the tables row by row and stop at the walls', () => {
  const grid = { rows: 3, columns: 4 };
  const after = (table: number, key: string, whole = false) => tableAfter(grid, table, key, whole);
  expect([after(1, 'ArrowRight'), after(2, 'ArrowDown'), after(6, 'ArrowUp'), after(6, 'ArrowLeft')]).toEqual([
    2, 6, 2, 5,
  ]);
  expect([after(1, 'ArrowLeft'), after(4, 'ArrowRight'), after(2, 'ArrowUp'), after(12, 'ArrowDown')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([after(6, 'Home'), after(6, 'End'), after(6, 'Home', true), after(6, 'End', true)]).toEqual([5, 8, 1, 12]);
  expect(after(6, 'Enter')).toBeNull();
});
