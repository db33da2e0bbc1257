import type { DrawnSignature } from '../exam/scripts/kinds';
import { notedHour } from './french';
import type { ReportSignature } from './roomReport';
import type { Sheet } from './sheet';
import { colours, fitted, styles } from './typography';

const height = 29;
const gutter = 6;

/** Two boxes per line: what each invigilator drew on the screen, beside the place for their signature by hand. */
export function drawSignatureBoxes(sheet: Sheet, signatures: readonly ReportSignature[], zone: string): void {
  const wide = (sheet.width - gutter) / 2;
  signatures.forEach((signature, at) => {
    if (at % 2 === 0) sheet.ensure(height + 3);
    drawBox(sheet, signature, sheet.left + (at % 2) * (wide + gutter), wide, zone);
    if (at % 2 === 1 || at === signatures.length - 1) sheet.y += height + 3;
  });
}

function drawBox(sheet: Sheet, signature: ReportSignature, x: number, wide: number, zone: string): void {
  const { press, y } = sheet;
  const half = wide / 2;
  press.box(x, y, wide, height, 0.2, colours.strong);
  press.text(signature.name, x + 2, y + 4.6, fitted(press.faces, styles.strong, signature.name, wide - 4, 6));
  press.text(signature.lead ? 'surveillant responsable' : 'surveillant', x + 2, y + 8.2, styles.small);
  press.dashedLine(x + half, y + 9.5, x + half, y + height - 1.5, 0.2, colours.line);
  press.text('signature manuscrite', x + half + 2, y + height - 2, styles.small);
  const { drawn } = signature;
  const versions = drawn.kind === 'told' ? [drawn.value] : drawn.kind === 'contested' ? drawn.versions : [];
  versions.forEach(({ strokes, at }, index) => {
    const part = (half - 4) / versions.length;
    const left = x + 2 + index * part;
    drawStrokes(sheet, strokes, left, y + 9.5, part, height - 15);
    press.text(`tracé à l’écran, ${notedHour(at, zone)}`, left, y + height - 2, styles.small);
  });
}

/** Fits the strokes into a frame, their proportions kept. */
function drawStrokes(sheet: Sheet, strokes: DrawnSignature, x: number, y: number, wide: number, high: number): void {
  const points = strokes.map(pairs);
  const all = points.flat();
  const lefts = all.map(([px]) => px);
  const tops = all.map(([, py]) => py);
  const left = Math.min(...lefts);
  const top = Math.min(...tops);
  const scale = Math.min(wide / Math.max(1, Math.max(...lefts) - left), high / Math.max(1, Math.max(...tops) - top));
  for (const stroke of points) {
    const placed = stroke.map(([px, py]): [number, number] => [x + (px - left) * scale, y + (py - top) * scale]);
    sheet.press.stroke(placed, 0.35, colours.ink);
  }
}

function pairs(stroke: readonly number[]): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  for (let at = 0; at + 1 < stroke.length; at += 2) points.push([stroke[at] ?? 0, stroke[at + 1] ?? 0]);
  return points;
}
