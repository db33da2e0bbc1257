import { ChevronLeft, ChevronRight, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import { IconButton } from '../parts/Button';
import { Progress } from '../parts/Progress';
import { extentText, pageOf, pagesText } from '../text/pages';
import { openPdf } from './openPdf';
import { PageCanvas } from './PageCanvas';
import styles from './Preview.module.css';

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
/** Width of A4 in CSS pixels at paper size, and what the frame around a page takes. */
const paperWidth = 794;
const frame = 56;

/** The pages of a PDF, one at a time. */
export function Preview(props: { readonly bytes: Uint8Array; readonly documents: number; readonly title: string }) {
  const pdf = usePdf(props.bytes);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<number | null>(null);
  const { desk, width } = useWidth();
  const fitting = Math.min(1.5, Math.max(0.4, (width - frame) / paperWidth));
  const scale = zoom ?? fitting;

  useEffect(() => {
    if (pdf) setPage((before) => Math.min(before, pdf.numPages));
  }, [pdf]);

  const pages = pdf?.numPages ?? 1;
  const shown = Math.min(page, pages);
  const turn = (by: number) => setPage(Math.min(pages, Math.max(1, shown + by)));
  const smaller = zooms.findLast((each) => each < scale - 0.01);
  const larger = zooms.find((each) => each > scale + 0.01);
  return (
    <section className={styles.preview} aria-label={pagesText.preview}>
      <div className={styles.tools}>
        <IconButton
          icon={ChevronLeft}
          label={pagesText.previousPage}
          isDisabled={shown <= 1}
          onPress={() => turn(-1)}
        />
        <output className={styles.number} aria-live="polite">
          {pageOf(shown, pages)}
        </output>
        <IconButton
          icon={ChevronRight}
          label={pagesText.nextPage}
          isDisabled={shown >= pages}
          onPress={() => turn(1)}
        />
        <span className={styles.extent}>{extentText(pages, props.documents)}</span>
        <IconButton
          icon={ZoomOut}
          label={pagesText.smaller}
          isDisabled={smaller === undefined}
          onPress={() => smaller !== undefined && setZoom(smaller)}
        />
        <IconButton
          icon={ZoomIn}
          label={pagesText.larger}
          isDisabled={larger === undefined}
          onPress={() => larger !== undefined && setZoom(larger)}
        />
        <IconButton
          icon={MoveHorizontal}
          label={pagesText.wholeWidth}
          isDisabled={zoom === null}
          onPress={() => setZoom(null)}
        />
      </div>
      <Group ref={desk} className={styles.desk ?? ''} aria-label={pagesText.page} tabIndex={0}>
        {pdf ? (
          <PageCanvas pdf={pdf} page={shown} scale={scale} title={props.title} />
        ) : (
          <Progress label={pagesText.drawing} value={null} />
        )}
      </Group>
    </section>
  );
}

/** The opened PDF, or null while it opens. */
function usePdf(bytes: Uint8Array): PDFDocumentProxy | null {
  const [open, setOpen] = useState<{ readonly of: Uint8Array; readonly pdf: PDFDocumentProxy } | null>(null);
  useEffect(() => {
    let wanted = true;
    const { opened, close } = openPdf(bytes);
    opened.then(
      (document) => {
        if (wanted) setOpen({ of: bytes, pdf: document });
      },
      (error: unknown) => {
        if (wanted) console.error(error);
      },
    );
    return () => {
      wanted = false;
      close();
    };
  }, [bytes]);
  return open?.of === bytes ? open.pdf : null;
}

/** The width of an element, in CSS pixels, as it changes. */
function useWidth() {
  const desk = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(paperWidth + frame);
  useLayoutEffect(() => {
    if (!desk.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    watch.observe(desk.current);
    return () => watch.disconnect();
  }, []);
  return { desk, width };
}
