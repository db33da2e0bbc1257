import type { jsPDF } from 'jspdf';

/** The bytes of the four TrueType files the pages are set in, as read from their font packages. */
export interface PageFonts {
  readonly regular: Uint8Array;
  readonly semibold: Uint8Array;
  readonly italic: Uint8Array;
  readonly serif: Uint8Array;
}
export type FaceName = keyof PageFonts;

/** One face of one PDF: what it can draw and how wide. */
export interface Face {
  readonly name: FaceName;
  /** Width of a text in thousandths of its size. */
  width(text: string): number;
  /** The text with every character that the face has no glyph for shown as an empty box: nothing vanishes silently. */
  drawable(text: string): string;
}
export type Faces = Readonly<Record<FaceName, Face>>;

/** Embeds the fonts in a document; jsPDF keeps only the glyphs that are used. */
export function embed(doc: jsPDF, fonts: PageFonts): Faces {
  return {
    regular: face(doc, 'regular', fonts.regular),
    semibold: face(doc, 'semibold', fonts.semibold),
    italic: face(doc, 'italic', fonts.italic),
    serif: face(doc, 'serif', fonts.serif),
  };
}

function face(doc: jsPDF, name: FaceName, bytes: Uint8Array): Face {
  doc.addFileToVFS(`${name}.ttf`, binary(bytes));
  doc.addFont(`${name}.ttf`, name, 'normal', undefined, 'Identity-H');
  doc.setFont(name, 'normal');
  const { metadata } = doc.getFont();
  const glyphOf: (code: number) => number = (code) => metadata.characterToGlyph(code);
  const widthOf: (glyph: number) => number = (glyph) => metadata.widthOfGlyph(glyph);
  const missing = glyphOf(0x25a1) === 0 ? '?' : '□';
  const widths = new Map<number, number>();
  const checked = new Map<string, string>();

  function charWidth(code: number): number {
    const known = widths.get(code);
    if (known !== undefined) return known;
    const width = Math.trunc(widthOf(glyphOf(code)));
    widths.set(code, width);
    return width;
  }

  return {
    name,
    width(text) {
      let total = 0;
      for (let at = 0; at < text.length; at++) total += charWidth(text.charCodeAt(at));
      return total;
    },
    drawable(text) {
      const known = checked.get(text);
      if (known !== undefined) return known;
      let drawn = '';
      for (const character of text.normalize('NFC')) {
        const code = character.codePointAt(0) ?? 0;
        // a glyph has one reading in the PDF: the no-break space would lend its own to the plain one
        drawn += code === 0xa0 ? ' ' : code > 0xffff || glyphOf(code) === 0 ? missing : character;
      }
      if (checked.size < 20_000) checked.set(text, drawn);
      return drawn;
    },
  };
}

/** The bytes as jsPDF takes them: one character each. */
function binary(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}
