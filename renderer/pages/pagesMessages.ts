import { z } from 'zod';
import type { DocumentModel } from '../../shared/documents/document';
import type { Instant } from '../../shared/kernel/instant';

/** What the window asks of the pages' worker: one PDF of these documents. */
export interface PagesOrder {
  readonly models: readonly DocumentModel[];
  readonly printedAt: Instant;
}

/** What the worker tells while it works, and at the end. */
export const pagesNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drawn'), documents: z.int().min(0), pages: z.int().min(0) }),
  z.object({ kind: z.literal('finished'), bytes: z.instanceof(Uint8Array<ArrayBuffer>), pages: z.int().min(1) }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type PagesNews = z.infer<typeof pagesNews>;
