import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

interface OpenPdf {
  readonly opened: Promise<PDFDocumentProxy>;
  /** Frees what the reader holds; to be called once, whether or not it has opened. */
  close(): void;
}

/** Opens a PDF for showing: its own fonts, no script, nothing fetched. The bytes are copied, for the reader keeps them. */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const task = getDocument({ data: bytes.slice(), isEvalSupported: false, enableXfa: false, useWasm: false });
  return { opened: task.promise, close: () => void task.destroy() };
}
