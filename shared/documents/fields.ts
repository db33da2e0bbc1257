import type { Sheet } from './sheet';
import { boxSide, drawTickBox } from './table';
import type { Said } from './told';
import { colours, leading, type Style, styles } from './typography';

/** One field of a form: its label above, what was entered below. */
interface Field {
  readonly label: string;
  readonly value: string | Said;
  /** Share of the page's width; what is left goes to the fields without one. */
  readonly share?: number;
  readonly style?: Style;
}

const gap = 5;
const labelHeight = 4.6;

/** A row of fields side by side over a thin line; it is as high as its longest value and never split. */
export function drawFields(sheet: Sheet, fields: readonly Field[]): void {
  const free = 1 - fields.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const sharing = fields.filter(({ share }) => share === undefined).length;
  let x = sheet.left;
  const placed = fields.map((field) => {
    const wide = sheet.width * (field.share ?? free / sharing);
    const style = styleOf(field);
    const lines = sheet.wrap(textOf(field), style, wide - gap);
    x += wide;
    return { ...field, style, lines, x: x - wide };
  });
  const tallest = Math.max(...placed.map(({ lines, style }) => lines.length * leading(style)));
  sheet.ensure(labelHeight + tallest + 3);
  for (const { label, lines, style, x: left } of placed) {
    sheet.press.text(label, left, sheet.y + 3.4, styles.label);
    lines.forEach((line, at) => {
      sheet.press.text(line, left, sheet.y + labelHeight + leading(style) * (at + 0.76), style);
    });
  }
  sheet.y += labelHeight + tallest + 1.4;
  sheet.rule(0.15);
  sheet.y += 0.8;
}

/** The heading of a part of a form, kept with what follows it. */
export function drawSection(sheet: Sheet, heading: string, keptWith = 16): void {
  sheet.ensure(10 + keptWith);
  sheet.y += 8;
  sheet.press.text(heading, sheet.left, sheet.y, styles.section);
  sheet.y += 2.2;
}

/** Boxes to tick in one line, after a label. */
export function drawChoices(sheet: Sheet, label: string, choices: readonly (readonly [string, boolean])[]): void {
  sheet.ensure(7);
  sheet.y += 5.4;
  sheet.press.text(label, sheet.left, sheet.y, styles.body);
  let x = sheet.left + sheet.measure(label, styles.body) + 5;
  for (const [choice, ticked] of choices) {
    drawTickBox(sheet.press, x, sheet.y - boxSide + 0.6, ticked);
    x += boxSide + 1.8;
    sheet.press.text(choice, x, sheet.y, styles.strong);
    x += sheet.measure(choice, styles.strong) + 6;
  }
  sheet.y += 1.6;
}

function textOf({ value }: Field): string {
  return typeof value === 'string' ? value : value.text;
}

function styleOf({ value, style }: Field): Style {
  const own = style ?? styles.body;
  return typeof value !== 'string' && value.contested ? { ...own, face: 'semibold', colour: colours.seal } : own;
}
