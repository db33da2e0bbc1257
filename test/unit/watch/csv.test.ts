import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { centreStatusOf } from '../../../shared/watch/centreStatus';
import { centresCsv, roomsCsv } from '../../../shared/watch/csv';
import { csvText } from '../../../shared/watch/csvText';
import { at } from '../../support/pageCentre';
import { statuses } from '../../support/statuses';
import { toldMorning } from '../../support/toldMorning';

const read = (text: string) => Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data;

function toldStatus() {
  const status = centreStatusOf(toldMorning().state, at('12:25'));
  if (!status) throw new Error('the session is published');
  return status;
}

describe('a table for a spreadsheet', () => {
  test('has a byte order mark, semicolons, and lines that end as RFC 4180 says', () => {
    expect(csvText(['a', 'b'], [[1, null]])).toBe('\uFEFFa;b\r\n1;\r\n');
  });

  test('gives any text back as it was, an apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const cells = read(csvText(['a', 'b'], rows)).slice(1);
          const bare = (row: readonly string[]) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell));
          expect(cells.map(bare)).toEqual(rows.map(bare));
        },
      ),
      { seed: 20_190_617, numRuns: 300 },
    );
  });

  test.each([
    '=HYPERLINK("http://x")',
    '+33612345678',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00A0=1',
    '＝1+1',
    '\u200B=1',
  ])('shows %j and does not reckon it', (text) => {
    const [, [cell] = []] = read(csvText(['a'], [[text]]));
    expect(cell).toBe(`'${text}`);
  });

  test('leaves numbers as they are, those below nought included', () => {
    expect(csvText(['a'], [[-5]])).toContain('\r\n-5\r\n');
  });
});

test('one line a centre, as many cells as heads', () => {
  const [heads = [], line = [], ...rest] = read(centresCsv([toldStatus()]));
  expect(rest).toEqual([]);
  expect(line).toHaveLength(heads.length);
  const cell = (head: string) => line[heads.indexOf(head)];
  expect(cell('Centre')).toBe('0990012V');
  expect(cell('Demi-journée')).toBe('matin');
  expect(cell('État à')).toBe('12:25');
  expect(cell('Absents')).toBe('2');
  expect(cell('Incident le plus grave')).toBe('locaux');
  expect(cell('Retard (min)')).toBe('5');
});

test('one line a room, as many cells as heads', () => {
  const [heads = [], line = []] = read(roomsCsv([toldStatus()]));
  expect(line).toHaveLength(heads.length);
  const cell = (head: string) => line[heads.indexOf(head)];
  expect(['Salle', 'État', 'Heure prévue', 'Commencée à', 'Terminée à', 'Épreuves'].map(cell)).toEqual([
    'B12',
    'commencée',
    '09:00',
    '09:05',
    '',
    'E51',
  ]);
  const [many] = fc.sample(statuses(30), { seed: 7, numRuns: 1 });
  if (!many) throw new Error('one sample');
  expect(read(roomsCsv([many, toldStatus()]))).toHaveLength(32);
});
