import type { Diploma } from '../../exam/session/kinds';
import type { FileBecause } from '../importFault';

/** One reason why a dossier was refused. Nothing of a refused dossier is taken. */
export interface DossierFault {
  readonly file: string;
  /** Where in the JSON: `candidates[12].birthDate`; empty when the whole file is at fault. */
  readonly path: string;
  readonly because: DossierBecause;
}

export type DossierBecause = WholeBecause | PlaceBecause;

/** What is wrong with the file as a whole. */
export type WholeBecause =
  | Extract<FileBecause, { kind: 'empty' | 'too-large' | 'wrong-type' | 'too-many-faults' }>
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-dossier' }
  | { readonly kind: 'other-version'; readonly version: string };

/** What is wrong at one place of the JSON. */
export type PlaceBecause =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'wrong-value'; readonly expected: string }
  | { readonly kind: 'broken-character'; readonly code: string }
  | { readonly kind: 'too-small'; readonly limit: number }
  | { readonly kind: 'too-big'; readonly limit: number }
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'duplicate-id'; readonly id: string; readonly first: string }
  | { readonly kind: 'unknown-reference'; readonly to: 'paper' | 'speciality'; readonly id: string }
  | { readonly kind: 'missing-regulation'; readonly diploma: Diploma }
  | { readonly kind: 'other-diploma'; readonly speciality: string; readonly diploma: Diploma }
  | { readonly kind: 'impossible-date'; readonly value: string }
  | { readonly kind: 'two-papers'; readonly papers: readonly [string, string]; readonly speciality: string }
  | { readonly kind: 'overlap'; readonly papers: readonly [string, string]; readonly speciality: string }
  | { readonly kind: 'paper-sat-twice'; readonly paper: string; readonly first: string }
  | { readonly kind: 'held-elsewhere'; readonly paper: string }
  | { readonly kind: 'no-such-table'; readonly table: number; readonly tables: number }
  | { readonly kind: 'no-table' };
