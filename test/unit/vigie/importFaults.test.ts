import { expect, test } from 'vitest';
import { importFaultLines } from '../../../vigie/text/importFaults';

test('a fault of a list has its file, line, column and remedy, in the words of the desk', () => {
  const because = { kind: 'bad-number', value: '1,2E+10' };
  const fault = { file: 'liste.csv', line: 12, column: 'Numéro', because };
  const [line] = importFaultLines([{ of: 'list', fault }]);
  expect(line?.file).toBe('liste.csv');
  expect(line?.place).toMatch(/^ligne 12, colonne «\sNuméro\s»$/);
  expect(line?.what).toContain('1,2E+10');
  expect(line?.remedy).toContain('Refaites l’export');
});

test('a fault of a dossier has its place in the file', () => {
  const fault = { file: 'dossier.json', path: 'candidates[12].birthDate', because: { kind: 'missing' } };
  expect(importFaultLines([{ of: 'dossier', fault }])).toMatchObject([
    { file: 'dossier.json', place: 'candidates[12].birthDate', what: 'Cette valeur manque.' },
  ]);
});

test('whoever reads it at headquarters is told what they can do there, and not to ask the division of examinations', () => {
  const unknown = { kind: 'unknown-speciality', code: '25510', label: 'MELEC' };
  const lines = importFaultLines([
    { of: 'dossier', fault: { file: 'dossier.json', path: '', because: { kind: 'not-a-dossier' } } },
    { of: 'dossier', fault: { file: 'dossier.json', path: '', because: { kind: 'empty' } } },
    { of: 'list', fault: { file: 'liste.csv', line: 3, column: null, because: unknown } },
  ]);
  expect(lines).toHaveLength(3);
  for (const { remedy } of lines) expect(remedy).not.toMatch(/division des examens|envoyé par le siège/);
});

test('two files of one centre, and a centre that is not of the session, are said each', () => {
  const choice = { of: 'choice', fault: { file: 'b.json', centre: '0010001A' } };
  const kinds = ['bad-centre-code', 'other-session', 'other-centre', 'other-year', 'demonstration-file'];
  const centres = [...kinds, 'demonstration-here', 'refused'].map((kind) => ({
    of: 'centre',
    centre: '0020002B',
    fault: { kind },
  }));
  const lines = importFaultLines([choice, ...centres]);
  expect(lines).toHaveLength(8);
  expect(new Set(lines.map(({ what }) => what)).size).toBe(8);
  expect(lines[0]?.what).toContain('0010001A');
  expect(lines[1]?.file).toBe('Centre 0020002B');
});

test('what is no list of faults is none', () => {
  for (const said of [undefined, 'faulty', [{ of: 'list' }], [{ of: 'list', fault: { file: 'a', because: {} } }]])
    expect(importFaultLines(said)).toEqual([]);
});
