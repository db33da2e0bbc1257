import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import italic from '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf?url';
import semibold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import serif from '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url';
import { beginPrintJob } from '../../shared/documents/document';
import type { PageFonts } from '../../shared/documents/fonts';
import type { PagesNews, PagesOrder } from '../pages/pagesMessages';

/** The fonts are read once, however many PDFs follow. */
const fonts = loadFonts();

addEventListener('message', ({ data }) => {
  const order: PagesOrder = data;
  draw(order).then(
    (news) => tell(news, news.kind === 'finished' ? [news.bytes.buffer] : []),
    (error: unknown) => tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

/** Draws document by document and tells how far it has come; whoever no longer wants it ends the worker. */
async function draw({ models, printedAt }: PagesOrder): Promise<PagesNews> {
  const job = beginPrintJob(await fonts, printedAt);
  let pages = 0;
  for (const [at, model] of models.entries()) {
    pages += job.add(model);
    tell({ kind: 'drawn', documents: at + 1, pages });
  }
  return { kind: 'finished', bytes: job.finish(), pages };
}

function tell(news: PagesNews, transfer: Transferable[] = []): void {
  postMessage(news, { transfer });
}

async function loadFonts(): Promise<PageFonts> {
  const read = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());
  const [a, b, c, d] = await Promise.all([read(regular), read(semibold), read(italic), read(serif)]);
  return { regular: a, semibold: b, italic: c, serif: d };
}
