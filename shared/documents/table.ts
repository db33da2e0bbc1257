import { type Align, centredOn, type Press } from './press';
import { breakRows } from './breakRows';
import type { Sheet } from './sheet';
import { colours, leading, type Style, styles } from './typography';

export interface Column {
  readonly heading: string;
  /** In mm; what all columns leave of the page's width goes to the one whose width is `rest`. */
  readonly width: number | 'rest';
  readonly align?: Align;
  /** Ruled on both sides: to be written in by hand. */
  readonly ruled?: boolean;
}

/** What stands in a cell: a text with small words under it, an empty box to tick, or nothing. */
export type Cell =
  | string
  | { readonly text: string; readonly style?: Style; readonly under?: string }
  | { readonly tick: boolean };

export type Row =
  | { readonly group: string }
  | { readonly cells: readonly Cell[]; readonly height?: number };

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly style?: Style;
  /** Least height of a row, in mm. */
  readonly rowHeight: number;
}

const sidePad = 1.6;
const headHeight = 6.4;
const groupHeight = 8.5;
const boxSide = 3.6;
const underStyle: Style = { ...styles.small, size: 7.5 };

/** A row with its lines broken: how high it is and what it sets. */
interface SetRow {
  readonly row: Row;
  readonly height: number;
  readonly lines: readonly (readonly string[])[];
}

/** Draws a table from the sheet's `y` down, over as many pages as it takes; the head is repeated, no row is split. */
export function drawTable(sheet: Sheet, table: Table): void {
  const style = table.style ?? styles.body;
  const columns = placed(sheet, table.columns);
  const rows = table.rows.map((row) => setRow(sheet, row, columns, style, table.rowHeight));
  const pages = breakRows(
    rows.map(({ row, height }) => ({ height, withNext: 'group' in row })),
    sheet.room - headHeight,
    sheet.roomOfNextPage - headHeight,
  );
  pages.forEach((page, at) => {
    if (at > 0 || page.length === 0) sheet.addPage();
    if (page.length > 0) drawPart(sheet, columns, style, rows.slice(page[0], (page.at(-1) ?? 0) + 1));
  });
}

interface PlacedColumn extends Column {
  readonly x: number;
  readonly wide: number;
}

function placed(sheet: Sheet, columns: readonly Column[]): readonly PlacedColumn[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0);
  let x = sheet.left;
  return columns.map((column) => {
    const wide = column.width === 'rest' ? sheet.width - fixed : column.width;
    x += wide;
    return { ...column, x: x - wide, wide };
  });
}

function setRow(sheet: Sheet, row: Row, columns: readonly PlacedColumn[], style: Style, least: number): SetRow {
  if ('group' in row) return { row, height: groupHeight, lines: [] };
  const lines = row.cells.map((cell, at) => {
    if (typeof cell !== 'string' && 'tick' in cell) return [];
    const text = typeof cell === 'string' ? cell : cell.text;
    const own = typeof cell === 'string' ? style : (cell.style ?? style);
    return sheet.wrap(text, own, (columns[at]?.wide ?? 0) - 2 * sidePad);
  });
  const tallest = Math.max(0, ...row.cells.map((cell, at) => cellHeight(cell, lines[at] ?? [], style)));
  return { row, height: Math.max(row.height ?? least, tallest + 2.4), lines };
}

function cellHeight(cell: Cell, lines: readonly string[], style: Style): number {
  if (typeof cell === 'string') return lines.length * leading(style);
  if ('tick' in cell) return boxSide;
  const under = cell.under === undefined ? 0 : leading(underStyle);
  return lines.length * leading(cell.style ?? style) + under;
}

function drawPart(sheet: Sheet, columns: readonly PlacedColumn[], style: Style, rows: readonly SetRow[]): void {
  const { press } = sheet;
  const head = sheet.y;
  for (const column of columns) {
    press.text(column.heading, anchor(column), head + 4.2, styles.label, column.align);
  }
  sheet.y = head + headHeight;
  press.line(sheet.left, sheet.y, sheet.right, sheet.y, 0.3, colours.strong);
  let ruledFrom = head;
  for (const row of rows) {
    if ('group' in row.row) {
      ruleColumns(press, columns, ruledFrom, sheet.y);
      press.text(row.row.group, sheet.left, sheet.y + 6, { ...styles.section, size: 10.5 });
      ruledFrom = sheet.y + row.height;
    } else {
      for (const [at, cell] of row.row.cells.entries()) {
        const column = columns[at];
        if (column) drawCell(press, column, cell, row.lines[at] ?? [], style, sheet.y, row.height);
      }
    }
    sheet.y += row.height;
    press.line(sheet.left, sheet.y, sheet.right, sheet.y, 0.15, colours.line);
  }
  ruleColumns(press, columns, ruledFrom, sheet.y);
}

function ruleColumns(press: Press, columns: readonly PlacedColumn[], from: number, to: number): void {
  const drawn = new Set<number>();
  for (const { ruled, x, wide } of columns) {
    for (const edge of ruled ? [x, x + wide] : []) {
      if (to > from && !drawn.has(edge)) press.line(edge, from, edge, to, 0.15, colours.line);
      drawn.add(edge);
    }
  }
}

function drawCell(
  press: Press,
  column: PlacedColumn,
  cell: Cell,
  lines: readonly string[],
  rowStyle: Style,
  top: number,
  height: number,
): void {
  const middle = top + height / 2;
  if (typeof cell !== 'string' && 'tick' in cell) {
    const x = column.x + column.wide / 2 - boxSide / 2;
    const y = middle - boxSide / 2;
    press.box(x, y, boxSide, boxSide, 0.25, colours.strong);
    if (cell.tick) tick(press, x, y);
    return;
  }
  const style = typeof cell === 'string' ? rowStyle : (cell.style ?? rowStyle);
  const under = typeof cell === 'string' ? undefined : cell.under;
  const step = leading(style);
  const block = lines.length * step + (under === undefined ? 0 : leading(underStyle));
  let y = middle - block / 2;
  for (const line of lines) {
    press.text(line, anchor(column), centredOn(y + step / 2, style), style, column.align);
    y += step;
  }
  if (under !== undefined) {
    press.text(under, anchor(column), centredOn(y + leading(underStyle) / 2, underStyle), underStyle, column.align);
  }
}

function tick(press: Press, x: number, y: number): void {
  press.line(x + 0.7, y + 0.7, x + boxSide - 0.7, y + boxSide - 0.7, 0.45, colours.ink);
  press.line(x + 0.7, y + boxSide - 0.7, x + boxSide - 0.7, y + 0.7, 0.45, colours.ink);
}

function anchor(column: PlacedColumn): number {
  if (column.align === 'right') return column.x + column.wide - sidePad;
  if (column.align === 'center') return column.x + column.wide / 2;
  return column.x + (column.ruled ? sidePad : 0);
}
