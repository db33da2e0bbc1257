import { jsPDF } from 'jspdf';
import type { Instant } from '../kernel/instant';
import { embed, type Faces, type PageFonts } from './fonts';
import { type Colour, type Style, widthOf } from './typography';

export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right';

/** A4, in mm. */
const paper = { portrait: { width: 210, height: 297 }, landscape: { width: 297, height: 210 } } as const;

/** One PDF in the making: the marks that can be made on its current page, in mm from the upper left corner. */
export class Press {
  readonly faces: Faces;
  private readonly doc: jsPDF;
  private pages = 0;
  private set: Style | null = null;

  constructor(fonts: PageFonts, printedAt: Instant) {
    this.doc = new jsPDF({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true, floatPrecision: 3 });
    this.doc.setCreationDate(new Date(printedAt));
    this.doc.setLanguage('fr-FR');
    this.faces = embed(this.doc, fonts);
  }

  /** Adds a page and makes it the current one; answers its number, from 1. */
  addPage(orientation: Orientation): number {
    this.doc.addPage('a4', orientation);
    this.set = null;
    this.pages += 1;
    return this.pages;
  }

  /** Goes back to a page that was added. */
  turnTo(page: number): void {
    this.doc.setPage(page + 1); // jsPDF begins with an empty page that is taken out at the end
    this.set = null;
  }

  static size(orientation: Orientation): { readonly width: number; readonly height: number } {
    return paper[orientation];
  }

  /** Sets a text with its base line at `y`; `x` is its left end, its middle or its right end. */
  text(text: string, x: number, y: number, style: Style, align: Align = 'left'): void {
    if (text === '') return;
    this.use(style);
    const drawn = this.faces[style.face].drawable(text);
    const width = align === 'left' ? 0 : widthOf(this.faces, style, drawn);
    this.doc.text(drawn, align === 'left' ? x : align === 'right' ? x - width : x - width / 2, y);
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour): void {
    this.pen(width, colour);
    this.doc.line(x1, y1, x2, y2);
  }

  dashedLine(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour): void {
    this.doc.setLineDashPattern([0.8, 0.8], 0);
    this.line(x1, y1, x2, y2, width, colour);
    this.doc.setLineDashPattern([], 0);
  }

  box(x: number, y: number, width: number, height: number, pen: number, colour: Colour): void {
    this.pen(pen, colour);
    this.doc.rect(x, y, width, height, 'S');
  }

  /** Fills many rectangles `[x, y, width, height]` as one shape: no seams between those that touch. */
  fill(rectangles: readonly (readonly [number, number, number, number])[], colour: Colour): void {
    if (rectangles.length === 0) return;
    this.doc.setFillColor(colour);
    for (const [x, y, width, height] of rectangles) this.doc.rect(x, y, width, height, null);
    this.doc.fill();
  }

  /** A stroke through points, as a pen draws it. */
  stroke(points: readonly (readonly [number, number])[], width: number, colour: Colour): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.pen(width, colour);
    this.doc.setLineCap('round').setLineJoin('round');
    let [x, y] = first;
    const steps = (rest.length === 0 ? [first] : rest).map(([nextX, nextY]) => {
      const step = [nextX - x, nextY - y];
      [x, y] = [nextX, nextY];
      return step;
    });
    this.doc.lines(steps, first[0], first[1], [1, 1], 'S');
    this.doc.setLineCap('butt').setLineJoin('miter');
  }

  describe(title: string, subject: string): void {
    this.doc.setProperties({ title, subject, creator: 'Cachet' });
  }

  /** The finished file. `fingerprint` (32 hexadecimal digits) names it, so that the same pages are the same bytes. */
  finish(fingerprint: string): Uint8Array<ArrayBuffer> {
    this.doc.deletePage(1);
    this.doc.setFileId(fingerprint.toUpperCase());
    return new Uint8Array(this.doc.output('arraybuffer'));
  }

  private use(style: Style): void {
    if (this.set === style) return;
    if (this.set?.face !== style.face) this.doc.setFont(style.face, 'normal');
    if (this.set?.size !== style.size) this.doc.setFontSize(style.size);
    if (this.set?.colour !== style.colour) this.doc.setTextColor(style.colour);
    this.set = style;
  }

  private pen(width: number, colour: Colour): void {
    this.doc.setLineWidth(width);
    this.doc.setDrawColor(colour);
  }
}
