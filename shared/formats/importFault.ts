import type { Diploma } from '../exam/session/kinds';

/** One reason why files were refused, where a person can find it. Nothing of refused files is taken. */
export interface ImportFault {
  readonly file: string;
  /** As a text editor counts, from 1; null when the whole file is at fault. */
  readonly line: number | null;
  /** The column's heading as the file gives it. */
  readonly column: string | null;
  readonly because: ImportBecause;
}

/** What a file is, when it is not the text that was asked for. */
export type ForeignType =
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'pdf'
  | 'zip'
  | 'image'
  | 'utf16'
  | 'xml'
  | 'html'
  | 'json'
  | 'binary';

export type ImportBecause = FileBecause | CellBecause;

/** What is wrong with a file as a whole, or with its title lines. */
export type FileBecause =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'wrong-type'; readonly type: ForeignType }
  | { readonly kind: 'spoilt-encoding' }
  | { readonly kind: 'same-file'; readonly as: string }
  | { readonly kind: 'no-heading' }
  | { readonly kind: 'missing-column'; readonly heading: string }
  | { readonly kind: 'no-candidate' }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'too-many-faults'; readonly shown: number }
  | { readonly kind: 'open-quote' }
  | { readonly kind: 'no-year' }
  | { readonly kind: 'no-centre' }
  | { readonly kind: 'other-centre'; readonly found: string; readonly expected: string }
  | { readonly kind: 'other-year'; readonly found: number; readonly expected: number };

/** What is wrong with one cell of a row, or between rows. */
export type CellBecause =
  | { readonly kind: 'empty-cell' }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly kind: 'broken-character'; readonly value: string }
  | { readonly kind: 'two-values'; readonly values: readonly string[] }
  | { readonly kind: 'bad-number'; readonly value: string }
  | { readonly kind: 'duplicate-number'; readonly value: string; readonly file: string; readonly line: number }
  | { readonly kind: 'impossible-date'; readonly value: string }
  | { readonly kind: 'unknown-category'; readonly value: string }
  | { readonly kind: 'unknown-speciality'; readonly code: string; readonly label: string }
  | { readonly kind: 'speciality-labels'; readonly code: string; readonly labels: readonly [string, string] }
  | { readonly kind: 'speciality-diplomas'; readonly code: string; readonly diplomas: readonly [Diploma, Diploma] };
