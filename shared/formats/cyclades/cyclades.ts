import type { Candidate } from '../../exam/people/kinds';
import type { Speciality } from '../../exam/session/kinds';
import type { CandidateId } from '../../kernel/ids';
import { err, ok, type Result } from '../../kernel/result';
import type { SourceFile, Windows1252 } from '../decodeText';
import type { ImportBecause, ImportFault } from '../importFault';
import { columns } from './columns';
import { type ParsedList, readList } from './list';
import type { Preamble } from './preamble';

/** What one or several « listes simples » of one centre and year say together. */
export interface CycladesContent {
  readonly centre: NonNullable<Preamble['centre']>;
  readonly year: number;
  /** When the latest of the files was printed, `2023-01-23T10:49`; null when none says. */
  readonly editedAt: string | null;
  readonly files: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly specialities: readonly Speciality[];
  /** Rows that are not « Inscrit »: not imported, and no fault. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly file: string;
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly state: string;
}

/**
 * Reads the files of a centre's candidates as Cyclades exports them: all of them, or every reason why not. `published`
 * are the specialities the session has already; where there are some, a candidate of another is a fault.
 */
export function readCyclades(
  files: readonly SourceFile[],
  published: readonly Speciality[],
  windows1252: Windows1252,
): Result<CycladesContent, readonly ImportFault[]> {
  if (files.length === 0) throw new Error('no file to read');
  const faults = sameFiles(files);
  const lists: ParsedList[] = [];
  for (const file of files) {
    const list = readList(file, windows1252);
    if (list.ok) lists.push(list.value);
    else faults.push(...list.error);
  }
  const [first] = lists;
  if (!first || faults.length > 0) return err(faults);
  const { centre, year } = first;
  if (centre === null || year === null) throw new Error('a list was read without its centre or year');
  faults.push(...strangers(lists, centre, year), ...duplicates(lists));
  const { specialities, faults: ofSpecialities } = specialitiesIn(lists, published);
  faults.push(...ofSpecialities);
  if (faults.length > 0) return err(faults);
  return ok({
    centre,
    year,
    editedAt: lists.reduce<string | null>((latest, each) => later(latest, each.editedAt), null),
    files: lists.map(({ file }) => file),
    candidates: registered(lists).map(({ candidate }) => candidate),
    specialities,
    leftOut: lists.flatMap(({ file, rows }) =>
      rows.flatMap(({ line, row }) => {
        if (row.kind !== 'leftOut') return [];
        return [{ file, line, number: row.number, name: row.name, state: row.state }];
      }),
    ),
  });
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly candidate: Candidate;
  readonly speciality: Speciality;
}

function registered(lists: readonly ParsedList[]): Place[] {
  return lists.flatMap(({ file, rows }) =>
    rows.flatMap(({ line, row }) => (row.kind === 'registered' ? [{ file, line, ...row }] : [])),
  );
}

function sameFiles(files: readonly SourceFile[]): ImportFault[] {
  return files.flatMap((file, at) => {
    const twin = files.slice(0, at).find((other) => sameBytes(other.bytes, file.bytes));
    return twin
      ? [{ file: file.name, line: null, column: null, because: { kind: 'same-file', as: twin.name } as const }]
      : [];
  });
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Lists of another centre or year than the first. */
function strangers(lists: readonly ParsedList[], centre: CycladesContent['centre'], year: number): ImportFault[] {
  return lists.flatMap((list): ImportFault[] => {
    const fault = (because: ImportBecause) => ({ file: list.file, line: null, column: null, because });
    const found = list.centre?.code ?? '';
    return [
      ...(found === centre.code ? [] : [fault({ kind: 'other-centre', found, expected: centre.code })]),
      ...(list.year === null || list.year === year
        ? []
        : [fault({ kind: 'other-year', found: list.year, expected: year })]),
    ];
  });
}

function duplicates(lists: readonly ParsedList[]): ImportFault[] {
  const first = new Map<CandidateId, Place>();
  return registered(lists).flatMap((each): ImportFault[] => {
    const known = first.get(each.candidate.id);
    if (!known) {
      first.set(each.candidate.id, each);
      return [];
    }
    const because = { kind: 'duplicate-number', value: each.candidate.id, file: known.file, line: known.line } as const;
    return [{ file: each.file, line: each.line, column: columns.number.heading, because }];
  });
}

function specialitiesIn(lists: readonly ParsedList[], published: readonly Speciality[]) {
  const official = new Map(published.map((each) => [each.code, each]));
  const found = new Map<string, Speciality>();
  const faults: ImportFault[] = [];
  for (const { file, line, speciality } of registered(lists)) {
    const { code, label } = speciality;
    const fault = (because: ImportBecause) => faults.push({ file, line, column: columns.speciality.heading, because });
    const known = official.get(code) ?? found.get(code);
    if (!known && official.size > 0) fault({ kind: 'unknown-speciality', code, label });
    else if (!known) found.set(code, speciality);
    else if (known.diploma !== speciality.diploma) {
      fault({ kind: 'speciality-diplomas', code, diplomas: [known.diploma, speciality.diploma] });
    } else if (known.label !== label && !official.has(code)) {
      fault({ kind: 'speciality-labels', code, labels: [known.label, label] });
    } else found.set(code, known);
  }
  return { specialities: [...found.values()], faults };
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}
