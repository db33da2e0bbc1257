import type { Instant } from '../kernel/instant';
import type { Frame } from './frame';
import { dayAndHour, FIXED, NARROW } from './french';
import { type Orientation, Press } from './press';
import { type QrModules, qrRectangles } from './qrCode';
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

/** Where a page's own content lies, in mm, and what frames it. */
export interface Layout {
  readonly orientation: Orientation;
  readonly left: number;
  readonly right: number;
  /** The lowest line that content may reach. */
  readonly bottom: number;
  /** Where content begins on the pages after the first. */
  readonly continuedFrom: number;
  /** Draws the head of a page; answers where its content begins. */
  head(press: Press, identity: Identity, first: boolean): number;
  foot(press: Press, identity: Identity, code: QrModules, page: string): void;
}

const margin = 15;
const top = 12;
const footHeight = 30;
const codeSize = 16;
const demonstrationWidth = 27;
const subtitleStyle: Style = { ...styles.body, size: 11, colour: colours.soft };

/** The page as a letter: centre and session above a rule, title, content, then the seal. */
export function stationery(orientation: Orientation): Layout {
  const size = Press.size(orientation);
  const left = margin;
  const right = size.width - margin;
  const continuedFrom = top + 20;
  return {
    orientation,
    left,
    right,
    bottom: size.height - footHeight,
    continuedFrom,
    head(press, identity, first) {
      drawLetterhead(press, identity.frame, left, right);
      if (first) return drawTitle(press, identity, left, right);
      drawTitleAgain(press, identity, left, right);
      return continuedFrom;
    },
    foot: (press, identity, code, page) => drawFoot(press, identity, code, page, left, right, size.height),
  };
}

function drawLetterhead(press: Press, frame: Frame, left: number, right: number): void {
  const half = (right - left) * 0.56;
  const centre = fitted(press.faces, styles.place, frame.centre.name, half, 7);
  const session = fitted(press.faces, styles.strong, frame.session, right - left - half - 4, 6);
  press.text(frame.centre.name, left, top + 3.4, centre);
  press.text(frame.session, right, top + 3.4, session, 'right');
  press.text(place(frame), left, top + 7.6, styles.small);
  press.text(frame.authority, right, top + 7.6, styles.small, 'right');
  press.line(left, top + 10, right, top + 10, 0.35, colours.ink);
}

function place({ centre }: Frame): string {
  return centre.town === '' ? `centre ${centre.code}` : `${centre.town}${FIXED}· centre ${centre.code}`;
}

function drawTitle(press: Press, identity: Identity, left: number, right: number): number {
  const room = right - left - (identity.frame.demonstration ? demonstrationWidth + 5 : 0);
  let y = top + 19.5;
  press.text(identity.title, left, y, fitted(press.faces, styles.title, identity.title, room, 12));
  if (identity.frame.demonstration) drawDemonstration(press, right, y);
  y += 1.8;
  for (const line of wrap(press.faces, subtitleStyle, identity.subtitle, right - left)) {
    y += leading(subtitleStyle);
    press.text(line, left, y - 1.1, subtitleStyle);
  }
  return y + 4;
}

function drawTitleAgain(press: Press, identity: Identity, left: number, right: number): void {
  const { title, subtitle, frame } = identity;
  const y = top + 16;
  press.text(title, left, y, styles.again);
  const after = left + widthOf(press.faces, styles.again, title) + 4;
  const limit = right - after - (frame.demonstration ? demonstrationWidth + 4 : 0);
  press.text(subtitle, after, y, fitted(press.faces, subtitleStyle, subtitle, limit, 6));
  if (frame.demonstration) drawDemonstration(press, right, y);
}

function drawDemonstration(press: Press, right: number, y: number): void {
  const style: Style = { ...styles.label, size: 9, colour: colours.seal };
  press.box(right - demonstrationWidth, y - 4.6, demonstrationWidth, 6.2, 0.35, colours.seal);
  press.text('Démonstration', right - demonstrationWidth / 2, y - 0.4, style, 'center');
}

function drawFoot(
  press: Press,
  identity: Identity,
  code: QrModules,
  page: string,
  left: number,
  right: number,
  height: number,
): void {
  const line = height - footHeight + 3;
  const codeY = line + 2;
  press.line(left, line, right, line, 0.2, colours.line);
  press.fill(qrRectangles(code, left, codeY, codeSize), colours.ink);
  const x = left + codeSize + 4;
  press.text(`Document ${identity.id}`, x, codeY + 3, styles.small);
  press.text(`Empreinte ${hashInGroups(identity.hash)}`, x, codeY + 6.8, styles.small);
  press.text(printed(identity), x, codeY + 10.6, styles.small);
  press.text(page, right, codeY + 3, styles.strong, 'right');
}

function printed({ frame, printedAt }: Identity): string {
  const when = `Imprimé le ${dayAndHour(printedAt, frame.zone)}`;
  return frame.demonstration ? `${when}${FIXED}· Démonstration${NARROW}: personnes et faits inventés` : when;
}

/** The first half of the hash, in groups that can be read aloud; the code carries it whole. */
function hashInGroups(hash: string): string {
  return (hash.slice(0, 32).match(/.{1,8}/g) ?? []).join(' ');
}

/** A sheet of labels: all that a page must say stands in the margins that the labels leave. */
export function labelMargins(above: number, below: number, side: number): Layout {
  const { width, height } = Press.size('portrait');
  const left = side + 6;
  const right = width - side - 6;
  const fine: Style = { ...styles.small, size: 7 };
  return {
    orientation: 'portrait',
    left,
    right,
    bottom: height - below,
    continuedFrom: above,
    head(press, { frame, title, subtitle }) {
      press.text(`${frame.centre.name}, ${place(frame)}`, left, above - 6.4, fine);
      press.text(`${frame.session}${FIXED}· ${frame.authority}`, right, above - 6.4, fine, 'right');
      press.text(`${title}${FIXED}· ${subtitle}`, left, above - 3, { ...fine, face: 'semibold' });
      const demonstration: Style = { ...fine, face: 'semibold', colour: colours.seal };
      if (frame.demonstration) press.text('Démonstration', right, above - 3, demonstration, 'right');
      return above;
    },
    foot(press, identity, code, page) {
      const y = height - below + 1;
      press.fill(qrRectangles(code, left, y, below - 5), colours.ink);
      const x = left + below - 2;
      press.text(`Document ${identity.id}`, x, y + 2.6, fine);
      press.text(`Empreinte ${hashInGroups(identity.hash)}`, x, y + 5.6, fine);
      press.text(printed(identity), x, y + 8.6, fine);
      press.text(page, right, y + 2.6, { ...fine, face: 'semibold' }, 'right');
    },
  };
}
