import type { Instant } from '../kernel/instant';
import type { Frame } from './frame';
import { dayAndHour, FIXED, NARROW } from './french';
import { Press, type Orientation } from './press';
import { type QrModules, qrModules, qrRectangles } from './qrCode';
import { sealText } from './seal';
import { colours, fitted, leading, type Style, styles, widthOf, wrap } from './typography';

/** What identifies a document on each of its pages. */
export interface Identity {
  readonly frame: Frame;
  readonly title: string;
  /** What tells this document from its like: room, paper, day. Repeated at the head of every page. */
  readonly subtitle: string;
  readonly id: string;
  readonly hash: string;
  readonly printedAt: Instant;
}

export const margin = 15;
const top = 12;
const footer = 25;
const codeSize = 17;

/** The pages of one document: each has the frame at its head and the seal, `page n/N` and the date at its foot. */
export class Sheet {
  readonly left = margin;
  readonly right: number;
  readonly width: number;
  /** How far down the current page is filled, in mm. */
  y = 0;
  private readonly height: number;
  private readonly pages: number[] = [];
  private readonly code: QrModules;

  constructor(
    readonly press: Press,
    private readonly identity: Identity,
    private readonly orientation: Orientation = 'portrait',
  ) {
    const size = Press.size(orientation);
    this.height = size.height;
    this.right = size.width - margin;
    this.width = this.right - this.left;
    this.code = qrModules(sealText(identity.id, identity.hash));
    this.addPage();
  }

  /** Room left on this page above the foot, in mm. */
  get room(): number {
    return this.height - footer - this.y;
  }

  /** Room of a page that only has its repeated head, in mm. */
  get roomOfNextPage(): number {
    return this.height - footer - continuedFrom;
  }

  get pageCount(): number {
    return this.pages.length;
  }

  addPage(): void {
    this.pages.push(this.press.addPage(this.orientation));
    this.y = top;
    this.drawHead();
    if (this.pages.length === 1) this.drawTitle();
    else this.drawTitleAgain();
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

  /** Sets a paragraph across `width` mm and moves down; breaks pages between lines, never leaving one line alone. */
  paragraph(text: string, style: Style, indent = 0): void {
    const lines = this.wrap(text, style, this.width - indent);
    const step = leading(style);
    lines.forEach((line, at) => {
      const left = lines.length - at;
      const kept = left === 2 || (at === 0 && left > 1) ? 2 : 1;
      this.ensure(step * kept);
      this.y += step;
      this.press.text(line, this.left + indent, this.y - step * 0.24, style);
    });
  }

  rule(width = 0.2, colour: Style['colour'] = colours.line): void {
    this.press.line(this.left, this.y, this.right, this.y, width, colour);
  }

  /** Sets the foot of every page, now that their number is known. */
  close(): void {
    this.pages.forEach((page, at) => {
      this.press.turnTo(page);
      this.drawFoot(at + 1);
    });
  }

  private drawHead(): void {
    const { frame } = this.identity;
    const half = this.width * 0.56;
    const centre = fitted(this.press.faces, styles.place, frame.centre.name, half, 7);
    const session = fitted(this.press.faces, styles.strong, frame.session, this.width - half - 4, 6);
    this.press.text(frame.centre.name, this.left, this.y + 3.4, centre);
    this.press.text(frame.session, this.right, this.y + 3.4, session, 'right');
    const town = frame.centre.town === '' ? '' : `${frame.centre.town}${FIXED}· `;
    this.press.text(`${town}centre ${frame.centre.code}`, this.left, this.y + 7.6, styles.small);
    this.press.text(frame.authority, this.right, this.y + 7.6, styles.small, 'right');
    this.y += 10;
    this.press.line(this.left, this.y, this.right, this.y, 0.35, colours.ink);
  }

  private drawTitle(): void {
    const { title, subtitle, frame } = this.identity;
    this.y += 9.5;
    this.press.text(title, this.left, this.y, styles.title);
    if (frame.demonstration) this.drawDemonstration();
    this.y += 1.2;
    this.paragraph(subtitle, subtitleStyle);
    this.y += 4;
  }

  private drawTitleAgain(): void {
    const { title, subtitle, frame } = this.identity;
    this.y += 6;
    this.press.text(title, this.left, this.y, styles.again);
    const after = this.left + this.measure(title, styles.again) + 4;
    const limit = this.right - after - (frame.demonstration ? demonstrationWidth + 4 : 0);
    const said = fitted(this.press.faces, subtitleStyle, subtitle, limit, 6);
    this.press.text(subtitle, after, this.y, said);
    if (frame.demonstration) this.drawDemonstration();
    this.y = continuedFrom;
  }

  private drawDemonstration(): void {
    const style: Style = { ...styles.label, size: 9, colour: colours.seal };
    this.press.box(this.right - demonstrationWidth, this.y - 4.6, demonstrationWidth, 6.2, 0.35, colours.seal);
    this.press.text('Démonstration', this.right - demonstrationWidth / 2, this.y - 0.4, style, 'center');
  }

  private drawFoot(number: number): void {
    const { id, hash, frame, printedAt } = this.identity;
    const line = this.height - footer + 4;
    const codeY = line + 2;
    this.press.line(this.left, line, this.right, line, 0.2, colours.line);
    this.press.fill(qrRectangles(this.code, this.left, codeY, codeSize), colours.ink);
    const x = this.left + codeSize + 4;
    this.press.text(`Document ${id}`, x, codeY + 3, styles.small);
    this.press.text(`Empreinte ${hashInGroups(hash)}`, x, codeY + 6.8, styles.small);
    const when = `Imprimé le ${dayAndHour(printedAt, frame.zone)}`;
    const made = frame.demonstration ? `${when}${FIXED}· Démonstration${NARROW}: personnes et faits inventés` : when;
    this.press.text(made, x, codeY + 10.6, styles.small);
    this.press.text(`page ${number}/${this.pages.length}`, this.right, codeY + 3, styles.strong, 'right');
  }
}

const continuedFrom = top + 10 + 10;
const demonstrationWidth = 27;
const subtitleStyle: Style = { ...styles.body, size: 11, colour: colours.soft };

/** The first half of the hash, in groups that can be read aloud; the code carries it whole. */
function hashInGroups(hash: string): string {
  return (hash.slice(0, 32).match(/.{1,8}/g) ?? []).join(' ');
}
