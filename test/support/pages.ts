import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageFonts } from '../../shared/documents/fonts';

const packages = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');

function font(file: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(packages, file)));
}

/** The fonts the desk embeds, from the same packages. */
export const pageFonts: PageFonts = {
  regular: font('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  semibold: font('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  italic: font('source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  serif: font('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
};

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
