import { z } from 'zod';
import type { Speciality } from '../../../shared/exam/session/kinds';
import type { ImportContent } from '../../../shared/formats/content';
import type { LeftOut } from '../../../shared/formats/cyclades/cyclades';
import type { DemonstrationRequest } from '../../../shared/formats/demonstration/centre';
import type { DossierFault } from '../../../shared/formats/dossier/fault';
import type { ImportFault } from '../../../shared/formats/importFault';

/** What files, or the demonstration, turned out to hold. */
export interface ReadContent {
  readonly content: ImportContent;
  /** When the latest list was printed, `2023-01-23T10:49`; null when nothing says. */
  readonly editedAt: string | null;
  readonly leftOut: readonly LeftOut[];
}

export type AnyFault =
  | { readonly of: 'list'; readonly fault: ImportFault }
  | { readonly of: 'dossier'; readonly fault: DossierFault }
  /** A dossier is imported alone. */
  | { readonly of: 'choice'; readonly fault: { readonly file: string; readonly because: 'dossierNotAlone' } };

/** What the worker is asked: files a person chose, or a made-up centre. */
export type ImportAsk =
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly official: readonly Speciality[] }
  | { readonly kind: 'demonstration'; readonly request: DemonstrationRequest };

export type ImportAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'read'; readonly read: ReadContent }
  | { readonly kind: 'faulty'; readonly faults: readonly AnyFault[] };

/** What the worker says was parsed there, by the formats' own schemas; here only its shape is looked at. */
export const importAnswer = z.custom<ImportAnswer>(
  (said) => z.object({ kind: z.enum(['progress', 'read', 'faulty']) }).safeParse(said).success,
);
