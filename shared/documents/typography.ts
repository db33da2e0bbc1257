import type { Face, FaceName, Faces } from './fonts';

/** Millimetres in a typographic point. */
const POINT = 25.4 / 72;

export const colours = {
  ink: '#1b2333',
  soft: '#4b5568',
  faint: '#6b7385',
  line: '#b4b8c0',
  strong: '#5c6472',
  seal: '#9f2430',
} as const;
export type Colour = (typeof colours)[keyof typeof colours];

/** How a text is set: its face, its size in points, its colour. */
export interface Style {
  readonly face: FaceName;
  readonly size: number;
  readonly colour: Colour;
}

export const styles = {
  title: { face: 'serif', size: 19, colour: colours.ink },
  again: { face: 'serif', size: 11.5, colour: colours.ink },
  section: { face: 'serif', size: 11.5, colour: colours.ink },
  place: { face: 'serif', size: 10.5, colour: colours.ink },
  body: { face: 'regular', size: 10, colour: colours.ink },
  strong: { face: 'semibold', size: 10, colour: colours.ink },
  small: { face: 'regular', size: 8, colour: colours.soft },
  note: { face: 'italic', size: 8.5, colour: colours.soft },
  label: { face: 'semibold', size: 7.5, colour: colours.faint },
  warning: { face: 'semibold', size: 10, colour: colours.seal },
  contested: { face: 'semibold', size: 9, colour: colours.seal },
} as const satisfies Record<string, Style>;

/** Distance between two lines of a style, in mm. */
export function leading(style: Style): number {
  return style.size * POINT * 1.24;
}

/** Base line of a text whose capitals are centred on `middle`, in mm. */
export function centredOn(middle: number, style: Style): number {
  return middle + (style.size * POINT * 0.66) / 2;
}

/** Width of a text in mm. */
export function widthOf(faces: Faces, style: Style, text: string): number {
  return measure(faces[style.face], style.size, text);
}

function measure(face: Face, size: number, text: string): number {
  return (face.width(text) / 1000) * size * POINT;
}

/**
 * The text in lines of at most `width` mm: broken at spaces and after hyphens, and inside a word only when the word alone
 * is wider than the line. A text of nothing is one empty line; line ends in the text are kept.
 */
export function wrap(faces: Faces, style: Style, text: string, width: number): readonly string[] {
  const face = faces[style.face];
  const clean = text.normalize('NFC');
  if (!clean.includes('\n') && measure(face, style.size, clean) <= width) return [clean];
  return clean.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(face, style.size, paragraph, width));
}

function wrapParagraph(face: Face, size: number, paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/(?<=[ -])/)) {
    if (measure(face, size, (line + word).trimEnd()) <= width) {
      line += word;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = word;
    while (line.trimEnd().length > 1 && measure(face, size, line.trimEnd()) > width) {
      const fits = longestStart(face, size, line, width);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** How many characters of a word fit in the width: at least one. */
function longestStart(face: Face, size: number, word: string, width: number): number {
  let count = 1;
  while (count < word.length && measure(face, size, word.slice(0, count + 1)) <= width) count++;
  return count;
}

/** The style at the largest size, from its own down to `least` points, at which the text fits the width on one line. */
export function fitted(faces: Faces, style: Style, text: string, width: number, least: number): Style {
  const natural = widthOf(faces, style, text);
  if (natural <= width) return style;
  return { ...style, size: Math.max(least, Math.floor(((style.size * width) / natural) * 10) / 10) };
}
