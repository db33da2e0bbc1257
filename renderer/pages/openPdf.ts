import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

interface OpenPdf {
  readonly opened: Promise<PDFDocumentProxy>;
  /** Frees what the reader holds; to be called once, whether or not it has opened. */
  close(): void;
}

/** Opens a PDF for showing: its own fonts, no script, nothing fetched. The bytes are copied, for the reader keeps them. */
export function openPdf(bytes: Uint8Array): OpenPdf {
  // Errors only: a page that is left while it is being read is none
  const task = getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  return { opened: task.promise, close: () => void task.destroy() };
}
