import type { Identity, Layout } from './pageFrame';
import type { Press } from './press';
import { type QrModules, qrModules } from './qrCode';
import { sealText } from './seal';
import { type Colour, colours, leading, type Style, widthOf, wrap } from './typography';

/** The pages of one document, filled from above; each is framed by its layout and bears the seal and `page n/N`. */
export class Sheet {
  readonly left: number;
  readonly right: number;
  /** How far down the current page is filled, in mm. */
  y = 0;
  private readonly pages: number[] = [];
  private readonly code: QrModules;

  constructor(
    readonly press: Press,
    private readonly identity: Identity,
    private readonly layout: Layout,
  ) {
    this.left = layout.left;
    this.right = layout.right;
    this.code = qrModules(sealText(identity.id, identity.hash));
    this.addPage();
  }

  get width(): number {
    return this.right - this.left;
  }

  /** Room left on this page above the foot, in mm. */
  get room(): number {
    return this.layout.bottom - this.y;
  }

  /** Room of a page that only has its repeated head, in mm. */
  get roomOfNextPage(): number {
    return this.layout.bottom - this.layout.continuedFrom;
  }

  get pageCount(): number {
    return this.pages.length;
  }

  addPage(): void {
    this.pages.push(this.press.addPage(this.layout.orientation));
    this.y = this.layout.head(this.press, this.identity, this.pages.length === 1);
  }

  /** Makes sure that `needed` mm are left, on a new page if must be. */
  ensure(needed: number): void {
    if (this.room < needed) this.addPage();
  }

  /** Width of a text in mm. */
  measure(text: string, style: Style): number {
    return widthOf(this.press.faces, style, text);
  }

  wrap(text: string, style: Style, width: number): readonly string[] {
    return wrap(this.press.faces, style, text, width);
  }

  /** Sets a paragraph across the page and moves down; breaks pages between lines, never leaving one line alone. */
  paragraph(text: string, style: Style): void {
    const lines = this.wrap(text, style, this.width);
    const step = leading(style);
    lines.forEach((line, at) => {
      const left = lines.length - at;
      const kept = left === 2 || (at === 0 && left > 1) ? 2 : 1;
      this.ensure(step * kept);
      this.y += step;
      this.press.text(line, this.left, this.y - step * 0.24, style);
    });
  }

  rule(width = 0.2, colour: Colour = colours.line): void {
    this.press.line(this.left, this.y, this.right, this.y, width, colour);
  }

  /** Sets the foot of every page, now that their number is known. */
  close(): void {
    this.pages.forEach((page, at) => {
      this.press.turnTo(page);
      this.layout.foot(this.press, this.identity, this.code, `page ${at + 1}/${this.pages.length}`);
    });
  }
}
