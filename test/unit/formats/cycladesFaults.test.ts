import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCyclades } from '../../../shared/formats/cyclades/cyclades';
import { largestFile } from '../../../shared/formats/decodeText';
import { utf8 } from '../../../shared/kernel/bytes';

import { faultsOf, file, rowOfAllard, sample, spoilt, taken, windows1252 } from '../../support/cycladesSample';

describe('a file is refused, saying what it is', () => {
  const starting = (...bytes: (number | string)[]) =>
    Uint8Array.from(bytes.flatMap((each) => (typeof each === 'string' ? [...utf8(each)] : [each])));
  const zip = [0x50, 0x4b, 0x03, 0x04];

  test.each([
    ['an Excel workbook', starting(...zip, 0, 0, '[Content_Types].xml', 0, 'xl/workbook.xml'), 'xlsx'],
    ['an old Excel workbook', starting(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'xls'],
    ['an OpenDocument sheet', starting(...zip, 0, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    ['a PDF', starting('%PDF-1.7'), 'pdf'],
    ['an archive', starting(...zip, 0, 'liste.csv'), 'zip'],
    ['a picture', starting(0x89, 'PNG'), 'image'],
    ['UTF-16', starting(0xff, 0xfe, 'N', 0), 'utf16'],
    ['bytes', starting('a;b', 0, 'c'), 'binary'],
    ['the SIECLE export', new Uint8Array(readFileSync('test/fixtures/siecle-eleves.xml')), 'xml'],
    ['a web page', starting('\n<!DOCTYPE html><title>Connexion</title>'), 'html'],
    ['a dossier', starting('{ "format": "cachet-dossier" }'), 'json'],
  ])('%s', (_what, bytes, type) => {
    expect(faultsOf(bytes)).toEqual([
      { file: 'liste.csv', line: null, column: null, because: { kind: 'wrong-type', type } },
    ]);
  });

  test('an empty file, or one of blanks', () => {
    for (const content of ['', ' \r\n\r\n', '\uFEFF']) {
      expect(faultsOf(content)).toMatchObject([{ because: { kind: 'empty' } }]);
    }
  });

  test('a file of 100 MB, without reading it', () => {
    const bytes = 100_000_000;
    expect(faultsOf(new Uint8Array(bytes))).toMatchObject([
      { because: { kind: 'too-large', bytes, limit: largestFile } },
    ]);
  });

  test('another CSV file', () => {
    expect(faultsOf('nom;prenom\r\nALLARD;Victoire')).toMatchObject([{ line: null, because: { kind: 'no-heading' } }]);
  });

  test('a file whose accents were spoilt by another program', () => {
    expect(faultsOf(windows1252(utf8(sample)))).toMatchObject([{ because: { kind: 'spoilt-encoding' } }]);
  });

  test('the same file twice', () => {
    expect(faultsOf(sample, sample)).toMatchObject([
      { file: 'liste2.csv', because: { kind: 'same-file', as: 'liste1.csv' } },
    ]);
  });

  test('a list with nobody on it, without year or without centre', () => {
    const titles = sample.split('\r\n').slice(0, 9).join('\r\n');
    expect(faultsOf(titles)).toMatchObject([{ because: { kind: 'no-candidate' } }]);
    expect(faultsOf(spoilt('2023;;', ';;'))).toMatchObject([{ because: { kind: 'no-year' } }]);
    expect(faultsOf(spoilt('(0921234A)', ''))).toMatchObject([{ because: { kind: 'no-centre' } }]);
  });

  test('lists of two centres or of two years', () => {
    const others = sample.replace(/;2(\d{9};)/g, ';3$1');
    expect(faultsOf(sample, others.replace('0921234A', '0929999Z'))).toMatchObject([
      { file: 'liste2.csv', because: { kind: 'other-centre', found: '0929999Z', expected: '0921234A' } },
    ]);
    expect(faultsOf(sample, others.replace('2023;;', '2024;;'))).toMatchObject([
      { file: 'liste2.csv', because: { kind: 'other-year', found: 2024, expected: 2023 } },
    ]);
  });

  test('a quotation mark that nothing closes', () => {
    expect(faultsOf(spoilt('Victoire;', '"Victoire;'))).toMatchObject([{ line: 10, because: { kind: 'open-quote' } }]);
  });
});

describe('a row is refused, saying which and why', () => {
  test.each([
    ['2011557741', '2,01156E+09', 'N° Candidat', { kind: 'bad-number', value: '2,01156E+09' }],
    ['2011557741', ' -', 'N° Candidat', { kind: 'empty-cell' }],
    ['09/04/2005', '31/02/2005', 'Date de Naissance', { kind: 'impossible-date', value: '31/02/2005' }],
    ['09/04/2005', '2005-04-09', 'Date de Naissance', { kind: 'impossible-date', value: '2005-04-09' }],
    ['09/04/2005', '09/04/2032', 'Date de Naissance', { kind: 'impossible-date', value: '09/04/2032' }],
    ['09/04/2005', '09/04/1805', 'Date de Naissance', { kind: 'impossible-date', value: '09/04/1805' }],
    ['ALLARD', '', 'Nom de famille', { kind: 'empty-cell' }],
    ['ALLARD', 'A'.repeat(81), 'Nom de famille', { kind: 'too-long', length: 81, limit: 80 }],
    ['ALLARD', 'ALL\uFFFDRD', 'Nom de famille', { kind: 'broken-character', value: 'ALL\uFFFDRD' }],
    ["'TMA';528777848GG", "'TMB';528777848GG", 'Division de classe', { kind: 'two-values', values: ['TMA', 'TMB'] }],
    ['SCOLAIRE BACPRO 3 ANS (132)', 'SCOLAIRE', 'Catégorie Candidat', { kind: 'unknown-category', value: 'SCOLAIRE' }],
  ])('%s turned into %s', (from, to, column, because) => {
    expect(faultsOf(spoilt(from, to))).toEqual([{ file: 'liste.csv', line: 10, column, because }]);
  });

  test('a missing column, by its heading', () => {
    const without = sample.replace(';N° Candidat;', ';Numéro;');
    expect(faultsOf(without)).toEqual([
      { file: 'liste.csv', line: 9, column: null, because: { kind: 'missing-column', heading: 'N° Candidat' } },
    ]);
  });

  test('a candidate number that occurs twice, in one file or in two', () => {
    expect(faultsOf(`${sample}\r\n${rowOfAllard}`)).toEqual([
      {
        file: 'liste.csv',
        line: 26,
        column: 'N° Candidat',
        because: { kind: 'duplicate-number', value: '2011557741', file: 'liste.csv', line: 10 },
      },
    ]);
    const lines = sample.split('\r\n');
    expect(faultsOf(sample, lines.slice(0, 10).join('\r\n'))).toMatchObject([
      { file: 'liste2.csv', line: 10, because: { kind: 'duplicate-number', file: 'liste1.csv', line: 10 } },
    ]);
  });

  test('a speciality the session does not have, once it has some', () => {
    const published = taken(sample).specialities;
    const files = [file(sample)];
    expect(readCyclades(files, published, windows1252).ok).toBe(true);
    const answer = readCyclades(files, published.slice(0, 3), windows1252);
    const because = { kind: 'unknown-speciality', code: '31217', label: 'bidon' };
    expect(answer).toMatchObject({
      ok: false,
      error: [
        { line: 21, because },
        { line: 23, because },
      ],
    });
  });

  test('a speciality with two labels or two diplomas', () => {
    expect(faultsOf(spoilt(';bidon;', ';autre;'))).toMatchObject([
      { line: 23, because: { kind: 'speciality-labels', code: '31217', labels: ['autre', 'bidon'] } },
    ]);
    const second = sample.lastIndexOf('SCOLAIRE BACPRO 3 ANS (132);31212');
    const mixed = `${sample.slice(0, second)}SCOLAIRE CAP (112);31212${sample.slice(second + 33)}`;
    expect(faultsOf(mixed)).toMatchObject([{ line: 13, because: { kind: 'speciality-diplomas', code: '31212' } }]);
  });

  test('every fault of every row is told at once, and nobody is taken', () => {
    const many = sample.replaceAll('/2005', '/2105').replace('ALLARD', '');
    expect(faultsOf(many).length).toBe(14);
  });

  test('a file with hundreds of faults is told from its first two hundred', () => {
    const rows = Array.from({ length: 500 }, () => rowOfAllard.replace('ALLARD', '')).join('\r\n');
    const faults = faultsOf(`${sample}\r\n${rows}`);
    expect(faults.length).toBe(201);
    expect(faults.at(-1)?.because).toEqual({ kind: 'too-many-faults', shown: 200 });
  });
});
