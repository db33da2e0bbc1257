import { beginPrintJob, type DocumentModel } from '../../shared/documents/document';
import { printedAt } from './pageCentre';
import { pageFonts } from './pageFonts';

/** The PDF of documents that must exist. */
export function drawn(...models: readonly (DocumentModel | null)[]): Uint8Array {
  const job = beginPrintJob(pageFonts, printedAt);
  for (const model of models) {
    if (!model) throw new Error('there is no such document');
    job.add(model);
  }
  return job.finish();
}
