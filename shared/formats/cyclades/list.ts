import Papa from 'papaparse';
import { err, ok, type Result } from '../../kernel/result';
import { decodeText, notationOf, type SourceFile, type Windows1252 } from '../decodeText';
import type { ImportBecause, ImportFault } from '../importFault';
import { type Column, columns, type Heading, headingOf } from './columns';
import { type Preamble, preambleOf } from './preamble';
import { type Row, rowOf } from './row';

/** One file's list, its rows with the line each begins on. */
export interface ParsedList extends Preamble {
  readonly file: string;
  readonly rows: readonly { readonly line: number; readonly row: Exclude<Row, { kind: 'faulty' }> }[];
}

const mostRows = 20_000;
/** A file with more faults than this is not the file that was meant; the rest would teach nothing. */
const mostFaults = 200;

/** Reads the bytes of one « liste simple »: all of it, or every reason why not. */
export function readList(file: SourceFile, windows1252: Windows1252): Result<ParsedList, readonly ImportFault[]> {
  const text = decodeText(file.bytes, windows1252);
  return text.ok ? parseList(file.name, text.value) : err([wholeFile(file.name, text.error)]);
}

/**
 * Reads the text of one « liste simple » as Cyclades exports it: title lines, then headings in any order, then one
 * candidate per row, cells separated by semicolons.
 */
function parseList(file: string, text: string): Result<ParsedList, readonly ImportFault[]> {
  const notation = notationOf(text);
  if (notation) return err([wholeFile(file, { kind: 'wrong-type', type: notation })]);
  if (isSpoilt(text)) return err([wholeFile(file, { kind: 'spoilt-encoding' })]);
  const { rows, openQuote } = rowsOf(text);
  if (openQuote !== null) return err([{ file, line: openQuote, column: null, because: { kind: 'open-quote' } }]);
  if (rows.length > mostRows) return err([wholeFile(file, { kind: 'too-many-rows', limit: mostRows })]);

  const at = rows.findIndex(({ cells }) => headingOf(cells) !== null);
  const top = rows[at];
  const heading = top ? headingOf(top.cells) : null;
  if (!top || !heading) return err([wholeFile(file, { kind: 'no-heading' })]);
  if (!heading.ok) return err(heading.error.map((because) => ({ file, line: top.line, column: null, because })));

  const preamble = preambleOf(rows.slice(0, at).map(({ cells }) => (cells[0] ?? '').trim()));
  const body = rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const faults: ImportFault[] = [];
  if (preamble.year === null) faults.push(wholeFile(file, { kind: 'no-year' }));
  if (preamble.centre === null) faults.push(wholeFile(file, { kind: 'no-centre' }));
  if (body.length === 0) faults.push(wholeFile(file, { kind: 'no-candidate' }));
  const edited = preamble.editedAt?.slice(0, 10) ?? null;
  const said: { line: number; row: Exclude<Row, { kind: 'faulty' }> }[] = [];
  for (const { line, cells } of body) {
    const row = rowOf(cells, heading.value, edited);
    if (row.kind !== 'faulty') {
      said.push({ line, row });
      continue;
    }
    for (const { column, because } of row.faults) {
      faults.push({ file, line, column: column && headingText(top.cells, heading.value, column), because });
    }
    if (faults.length >= mostFaults) {
      return err([...faults, { file, line, column: null, because: { kind: 'too-many-faults', shown: faults.length } }]);
    }
  }
  return faults.length > 0 ? err(faults) : ok({ file, ...preamble, rows: said });
}

interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows with the line each begins on, and the line of a quotation mark that nothing closes. */
function rowsOf(text: string): { rows: TextRow[]; openQuote: number | null } {
  const parsed = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter: ';',
    newline: '\n',
    header: false,
    preview: mostRows + 1,
  });
  let line = 1;
  const rows = parsed.data.map((cells) => {
    const begins = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line: begins, cells };
  });
  const open = parsed.errors.find(({ type }) => type === 'Quotes');
  return { rows, openQuote: open ? (rows[open.row ?? 0]?.line ?? 1) : null };
}

/** The traces of UTF-8 that was read as Windows-1252 and saved again. */
function isSpoilt(text: string): boolean {
  return /Â°|Ã©|Ã¨|Ãª/.test(text);
}

function headingText(cells: readonly string[], heading: Heading, column: Column): string {
  return cells[heading[column][0] ?? -1]?.trim() ?? columns[column].heading;
}

function wholeFile(file: string, because: ImportBecause): ImportFault {
  return { file, line: null, column: null, because };
}
