import { z } from 'zod';
import type { CentreState } from '../../../shared/exam/state';
import type { ImportContent } from '../../../shared/formats/content';
import type { LeftOut } from '../../../shared/formats/cyclades/cyclades';
import type { DemonstrationRequest } from '../../../shared/formats/demonstration/centre';
import type { DossierFault } from '../../../shared/formats/dossier/fault';
import type { ImportFault } from '../../../shared/formats/importFault';
import type { ImportPlan, PlanFault } from '../../../shared/formats/plan';
import type { Result } from '../../../shared/kernel/result';
import type { StatePart } from './stateParts';

/** What files, or the demonstration, turned out to hold, and what that means for this centre. */
export interface ReadContent {
  readonly content: ImportContent;
  readonly plan: Result<ImportPlan, PlanFault>;
  /** When the latest list was printed, `2023-01-23T10:49`; null when nothing says. */
  readonly editedAt: string | null;
  readonly leftOut: readonly LeftOut[];
}

export type AnyFault =
  | { readonly of: 'list'; readonly fault: ImportFault }
  | { readonly of: 'dossier'; readonly fault: DossierFault }
  /** A dossier is imported alone. */
  | { readonly of: 'choice'; readonly fault: { readonly file: string; readonly because: 'dossierNotAlone' } };

/** What is to be read: files a person chose, or a made-up centre. */
export type ImportSource =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'demonstration'; readonly request: DemonstrationRequest };

/** What the worker is told: first what the centre holds, part by part, then what to read. */
export type ImportAsk =
  | { readonly kind: 'state'; readonly part: StatePart }
  | { readonly kind: 'read'; readonly source: ImportSource; readonly withdrawn: CentreState['withdrawn'] };

export type ImportAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'read'; readonly read: ReadContent }
  | { readonly kind: 'faulty'; readonly faults: readonly AnyFault[] };

/** What the worker says was parsed there, by the formats' own schemas; here only its shape is looked at. */
export const importAnswer = z.custom<ImportAnswer>(
  (said) => z.object({ kind: z.enum(['progress', 'read', 'faulty']) }).safeParse(said).success,
);
