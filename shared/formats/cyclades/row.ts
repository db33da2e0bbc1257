import type { Candidate } from '../../exam/people/kinds';
import type { Speciality } from '../../exam/session/kinds';
import { candidateId } from '../../kernel/ids';
import { dayFromFrench } from '../calendarDate';
import type { ImportBecause } from '../importFault';
import { diplomaOfCategory } from './category';
import { type Column, columns, type Heading, plain } from './columns';

/** What one row of the list says. */
export type Row =
  | { readonly kind: 'registered'; readonly candidate: Candidate; readonly speciality: Speciality }
  /** On the list, but not as « Inscrit »: shown to the person who imports, and left out. */
  | { readonly kind: 'leftOut'; readonly number: string; readonly name: string; readonly state: string }
  | { readonly kind: 'faulty'; readonly faults: readonly CellFault[] };

export interface CellFault {
  readonly column: Column | null;
  readonly because: ImportBecause;
}

/** A candidate number of the national system; anything else was spoilt on the way, often by a spreadsheet. */
const numberPattern = /^\d{6,12}$/;

/**
 * Reads a row. `edited` is the day the list was printed, `YYYY-MM-DD`: nobody on it was born later. Every fault of the
 * row is told, not only the first.
 */
export function rowOf(cells: readonly string[], heading: Heading, edited: string | null): Row {
  const faults: CellFault[] = [];
  const fault = (column: Column, because: ImportBecause) => faults.push({ column, because });
  const value = (column: Column) => valuesIn(cells, heading[column]);

  const state = value('state')[0] ?? null;
  if (state !== null && plain(state) !== 'inscrit') {
    const name = [value('familyName')[0], value('givenNames')[0]].filter((part) => part !== undefined).join(' ');
    return { kind: 'leftOut', number: value('number')[0] ?? '', name, state };
  }

  function read(column: Column): string | null {
    const [first, ...others] = value(column);
    if (others.length > 0 && first !== undefined) fault(column, { kind: 'two-values', values: [first, ...others] });
    if (first === undefined) {
      if (columns[column].required) fault(column, { kind: 'empty-cell' });
      return null;
    }
    const limit = columns[column].longest;
    if (first.length > limit) fault(column, { kind: 'too-long', length: first.length, limit });
    if (/[\p{Cc}\uFFFD]/u.test(first)) fault(column, { kind: 'broken-character', value: first.slice(0, limit) });
    return first;
  }

  /** A value that must be understood: what is not leads to a fault. */
  function understood<T>(
    column: Column,
    parse: (text: string) => T | null,
    because: (text: string) => ImportBecause,
  ): T | null {
    const text = read(column);
    if (text === null) return null;
    const parsed = parse(text);
    if (parsed === null) fault(column, because(text.slice(0, 80)));
    return parsed;
  }

  const id = understood(
    'number',
    (text) => (numberPattern.test(text) ? candidateId.of(text) : null),
    (text) => ({ kind: 'bad-number', value: text }),
  );
  const birthDate = understood(
    'birthDate',
    (text) => bornBefore(text, edited),
    (text) => ({ kind: 'impossible-date', value: text }),
  );
  const category = read('category');
  const diploma = category === null ? null : diplomaOfCategory(category);
  if (category !== null && diploma === null)
    fault('category', { kind: 'unknown-category', value: category.slice(0, 80) });
  const familyName = read('familyName');
  const givenNames = read('givenNames');
  const code = read('speciality');
  const label = read('specialityLabel');
  read('state');
  const registration = read('registration');
  const usageName = read('usageName');
  const division = read('division');
  const ine = read('ine');
  const teaching = read('teaching');

  const complete = id && birthDate && diploma && familyName && givenNames && code && label;
  if (!complete || faults.length > 0) return { kind: 'faulty', faults };
  return {
    kind: 'registered',
    speciality: { code, label, diploma },
    candidate: {
      id,
      registration,
      familyName,
      usageName,
      givenNames,
      birthDate,
      division,
      category,
      ine,
      diploma,
      speciality: code,
      teaching: teaching !== null && plain(teaching) === 'non renseigne' ? null : teaching,
      accommodations: [],
    },
  };
}

function bornBefore(text: string, edited: string | null) {
  const day = dayFromFrench(text);
  const possible = day !== null && day >= '1900-01-01' && (edited === null || day <= edited);
  return possible ? day : null;
}

/** The differing values a column's cells hold: ` -` and nothing are none, the quotes around a class are not part of it. */
function valuesIn(cells: readonly string[], places: readonly number[]): string[] {
  const values = places.map((at) => clean(cells[at] ?? '')).filter((text) => text !== '' && text !== '-');
  return [...new Set(values)];
}

function clean(cell: string): string {
  const text = cell.normalize('NFC').replace(/\s+/g, ' ').trim();
  return /^'.*'$/.test(text) ? text.slice(1, -1).trim() : text;
}
