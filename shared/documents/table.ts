import { breakRows } from './breakRows';
import type { Align, Press } from './press';
import type { Sheet } from './sheet';
import { centredOn, colours, fitted, leading, type Style, styles } from './typography';

export interface Column {
  readonly heading: string;
  /** In mm; what all columns leave of the page's width goes to the one whose width is `rest`. */
  readonly width: number | 'rest';
  readonly align?: Align;
  /** Ruled on both sides: to be written in by hand. */
  readonly ruled?: boolean;
}

/** What stands in a cell: a text with small words under it, a box to tick, or nothing. */
export type Cell =
  | string
  | { readonly text: string; readonly style?: Style; readonly under?: string }
  | { readonly tick: boolean };

export type Row = { readonly group: string } | { readonly cells: readonly Cell[]; readonly height?: number };

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
export const boxSide = 3.6;
const groupStyle: Style = { ...styles.section, size: 10.5 };
const underStyle: Style = { ...styles.small, size: 7.5 };

/** A row with its lines broken: how high it is and what it sets. */
interface SetRow {
  readonly row: Row;
  readonly height: number;
  readonly cells: readonly SetCell[];
}

interface SetCell {
  readonly lines: readonly string[];
  readonly under: readonly string[];
  readonly style: Style;
  readonly tick: boolean | null;
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
    if (page.length > 0) drawPart(sheet, columns, rows.slice(page[0], (page.at(-1) ?? 0) + 1));
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
  if ('group' in row) return { row, height: groupHeight, cells: [] };
  const cells = row.cells.map((cell, at) => setCell(sheet, cell, style, (columns[at]?.wide ?? 0) - 2 * sidePad));
  const tallest = Math.max(0, ...cells.map(cellHeight));
  return { row, height: Math.max(row.height ?? least, tallest + 2.4), cells };
}

function setCell(sheet: Sheet, cell: Cell, rowStyle: Style, width: number): SetCell {
  if (typeof cell === 'string')
    return { lines: sheet.wrap(cell, rowStyle, width), under: [], style: rowStyle, tick: null };
  if ('tick' in cell) return { lines: [], under: [], style: rowStyle, tick: cell.tick };
  const style = cell.style ?? rowStyle;
  const under = cell.under === undefined || cell.under === '' ? [] : sheet.wrap(cell.under, underStyle, width);
  return { lines: sheet.wrap(cell.text, style, width), under, style, tick: null };
}

function cellHeight(cell: SetCell): number {
  if (cell.tick !== null) return boxSide;
  return cell.lines.length * leading(cell.style) + cell.under.length * leading(underStyle);
}

function drawPart(sheet: Sheet, columns: readonly PlacedColumn[], rows: readonly SetRow[]): void {
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
      press.text(
        row.row.group,
        sheet.left,
        sheet.y + 6,
        fitted(press.faces, groupStyle, row.row.group, sheet.width, 5),
      );
      ruledFrom = sheet.y + row.height;
    } else {
      for (const [at, cell] of row.cells.entries()) {
        const column = columns[at];
        if (column) drawCell(press, column, cell, sheet.y, row.height);
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

function drawCell(press: Press, column: PlacedColumn, cell: SetCell, top: number, height: number): void {
  const middle = top + height / 2;
  if (cell.tick !== null) {
    drawTickBox(press, column.x + column.wide / 2 - boxSide / 2, middle - boxSide / 2, cell.tick);
    return;
  }
  let y = middle - cellHeight(cell) / 2;
  for (const [lines, style] of [[cell.lines, cell.style] as const, [cell.under, underStyle] as const]) {
    for (const line of lines) {
      press.text(line, anchor(column), centredOn(y + leading(style) / 2, style), style, column.align);
      y += leading(style);
    }
  }
}

/** A box to tick, ticked or not, its upper left corner at `x`, `y`. */
export function drawTickBox(press: Press, x: number, y: number, ticked: boolean): void {
  press.box(x, y, boxSide, boxSide, 0.25, colours.strong);
  if (!ticked) return;
  press.line(x + 0.7, y + 0.7, x + boxSide - 0.7, y + boxSide - 0.7, 0.45, colours.ink);
  press.line(x + 0.7, y + boxSide - 0.7, x + boxSide - 0.7, y + 0.7, 0.45, colours.ink);
}

function anchor(column: PlacedColumn): number {
  if (column.align === 'right') return column.x + column.wide - sidePad;
  if (column.align === 'center') return column.x + column.wide / 2;
  return column.x + (column.ruled ? sidePad : 0);
}
