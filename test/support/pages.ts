import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page: where its base line begins, in points from the lower left corner. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What a reader of the PDF finds, page by page, in the order it was drawn. */
export async function wordsOf(pdf: Uint8Array): Promise<readonly (readonly Words[])[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const opened = await task.promise;
  const pages: Words[][] = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [{ text: item.str, x: item.transform[4], y: item.transform[5] }] : [],
      ),
    );
  }
  await task.destroy();
  return pages;
}

/** All the text of a PDF, one string per page, its spaces made plain. */
export async function textOf(pdf: Uint8Array): Promise<readonly string[]> {
  const pages = await wordsOf(pdf);
  return pages.map((words) =>
    words
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(/[\u00a0\u202f]/g, ' '),
  );
}
