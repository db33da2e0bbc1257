import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { pageOf, pagesText } from '../text/pages';
import styles from './Preview.module.css';

/** CSS pixels per PDF point at which a page is as large as on paper. */
const natural = 96 / 72;

interface ShownPage {
  readonly wide: number;
  readonly high: number;
  readonly text: string;
}

/** One page, drawn as sharp as the screen can, with its text for those who do not see it. `scale` 1 is paper size. */
export function PageCanvas(props: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly scale: number;
  readonly title: string;
}) {
  const { pdf, page, scale, title } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState<ShownPage | null>(null);

  useEffect(() => {
    let stop: () => void = () => undefined;
    let wanted = true;
    const show = async () => {
      const opened = await pdf.getPage(page);
      const target = canvas.current;
      if (!wanted || !target) return;
      const size = opened.getViewport({ scale: natural * scale });
      const viewport = opened.getViewport({ scale: natural * scale * window.devicePixelRatio });
      target.width = Math.round(viewport.width);
      target.height = Math.round(viewport.height);
      const drawing = opened.render({ canvas: target, viewport });
      stop = () => drawing.cancel();
      const [{ items }] = await Promise.all([opened.getTextContent(), drawing.promise]);
      const text = items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ');
      if (wanted) setShown({ wide: size.width, high: size.height, text });
    };
    show().catch((error: unknown) => {
      if (wanted) console.error(error); // a page no longer wanted is stopped half-way, which is no fault
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [pdf, page, scale]);

  return (
    <figure className={styles.page} style={shown ? { width: shown.wide, height: shown.high } : {}}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={`${pagesText.preview}, ${title}, ${pageOf(page, pdf.numPages)}`}
      />
      <figcaption className="unseen">{shown?.text}</figcaption>
    </figure>
  );
}
