import { inRoom, moment, paperName } from './facts';
import { count, enumerated, NARROW } from './french';
import type { Orientation } from './press';
import type { PlannedTable, RoomPlan } from './roomPlan';
import type { Sheet } from './sheet';
import { colours, fitted, leading, type Style, styles } from './typography';

export function roomPlanTitle(model: RoomPlan) {
  return { title: 'Plan de salle', subtitle: `${inRoom(model.room)} · ${moment(model.sitting)}` };
}

/** Wide rooms lie on their side. */
export function roomPlanOrientation(model: RoomPlan): Orientation {
  return model.columns > 6 ? 'landscape' : 'portrait';
}

const gap = 1.6;
const boardHeight = 11;
/** Narrowest and lowest cell in which a name can be read, in mm; a larger grid goes over several pages. */
const least = { wide: 21, high: 13 };
const most = { wide: 40, high: 22 };

export function drawRoomPlan(sheet: Sheet, model: RoomPlan): void {
  drawLegend(sheet, model);
  const wide = Math.min(most.wide, Math.max(least.wide, sheet.width / model.columns));
  const high = Math.min(most.high, Math.max(least.high, (sheet.room - boardHeight) / model.rows));
  const across = Math.max(1, Math.floor(sheet.width / wide + 0.01));
  const rowsIn = (room: number) => Math.max(1, Math.floor((room - boardHeight) / high + 0.01));
  let first = true;
  for (let row = 0; row < model.rows; ) {
    const rows = Math.min(model.rows - row, rowsIn(first ? sheet.room : sheet.roomOfNextPage));
    for (let column = 0; column < model.columns; column += across) {
      if (!first) sheet.addPage();
      first = false;
      drawPart(sheet, model, { row, rows, column, columns: Math.min(across, model.columns - column) }, wide, high);
    }
    row += rows;
  }
}

function drawLegend(sheet: Sheet, model: RoomPlan): void {
  const seated = model.tables.reduce((sum, { people }) => sum + people.length, 0);
  const off = model.tables.filter((table) => table.off).length;
  const counts = [
    count(seated, 'candidat'),
    `${model.rows} rangs de ${count(model.columns, 'table')}`,
    off === 0 ? '' : count(off, 'table hors service', 'tables hors service'),
  ].filter((each) => each !== '');
  const watching = [model.team.lead, ...model.team.others].filter((each) => each !== null);
  const by = watching.length === 0 ? '' : ` Surveillance${NARROW}: ${enumerated(watching)}.`;
  if (model.papers.length > 0) sheet.paragraph(model.papers.map(paperName).join(' · '), styles.body);
  sheet.paragraph(`${counts.join(', ')}.${by}`, styles.body);
  for (const { name, where } of model.unplaced) {
    const contested =
      where.length > 1 ? `${where.length} versions${NARROW}: ${where.join(' / ')}, à trancher` : where.join('');
    sheet.paragraph(`${name}${NARROW}: ${contested}.`, styles.contested);
  }
  sheet.y += 3;
}

interface Part {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

function drawPart(sheet: Sheet, model: RoomPlan, part: Part, wide: number, high: number): void {
  const { press } = sheet;
  const whole = part.columns === model.columns && part.rows === model.rows;
  const left = sheet.left + (sheet.width - part.columns * wide) / 2;
  const from = sheet.y;
  const board = part.row === 0 ? 'Tableau' : `suite, à partir du rang ${part.row + 1}`;
  const columns =
    whole || part.columns === model.columns ? '' : `, colonnes ${part.column + 1} à ${part.column + part.columns}`;
  press.line(
    left + gap / 2,
    from + 5.5,
    left + part.columns * wide - gap / 2,
    from + 5.5,
    part.row === 0 ? 1.1 : 0.2,
    colours.strong,
  );
  press.text(`${board}${columns}`, left + (part.columns * wide) / 2, from + 3.6, styles.label, 'center');
  for (let row = 0; row < part.rows; row++) {
    for (let column = 0; column < part.columns; column++) {
      const table = model.tables[(part.row + row) * model.columns + part.column + column];
      const x = left + column * wide + gap / 2;
      const y = from + boardHeight - 2 + row * high;
      if (table) drawTableCell(sheet, table, model.papers.length > 1, x, y, wide - gap, high - gap);
    }
  }
  sheet.y = from + boardHeight + part.rows * high;
}

const faintNumber: Style = { ...styles.small, colour: colours.faint };

function drawTableCell(
  sheet: Sheet,
  table: PlannedTable,
  tellPaper: boolean,
  x: number,
  y: number,
  wide: number,
  high: number,
): void {
  const { press } = sheet;
  if (table.off) hatch(sheet, x, y, wide, high);
  if (table.people.length === 0 && !table.off) {
    for (const [x1, y1, x2, y2] of edges(x, y, wide, high)) press.dashedLine(x1, y1, x2, y2, 0.15, colours.line);
  } else press.box(x, y, wide, high, 0.2, table.people.length > 1 ? colours.seal : colours.strong);
  const taken = table.people.length > 0;
  press.text(String(table.table), x + 1.4, y + 3.7, taken ? { ...styles.strong, size: 8.5 } : faintNumber);
  if (table.people.length > 1) {
    press.text(
      `${table.people.length} personnes`,
      x + wide - 1.4,
      y + 3.5,
      { ...styles.contested, size: 6.5 },
      'right',
    );
  } else if (tellPaper) {
    press.text(table.people[0]?.paper ?? '', x + wide - 1.4, y + 3.5, { ...styles.small, size: 6.5 }, 'right');
  }
  const share = (high - 4.4) / Math.max(1, table.people.length);
  table.people.forEach((person, at) => {
    drawPerson(sheet, person, x + 1.4, y + 4.4 + at * share, wide - 2.8, share);
  });
}

interface SetLine {
  readonly line: string;
  readonly style: Style;
}

function drawPerson(
  sheet: Sheet,
  person: PlannedTable['people'][number],
  x: number,
  y: number,
  wide: number,
  high: number,
): void {
  const set = (size: number): readonly SetLine[] => {
    const family: Style = { ...styles.strong, size };
    const given: Style = { ...styles.body, size: size - 0.5 };
    const name = person.provisional ? `${person.givenNames} (hors liste)` : person.givenNames;
    return [
      ...sheet.wrap(person.familyName, family, wide).map((line) => ({ line, style: family })),
      ...sheet.wrap(name, given, wide).map((line) => ({ line, style: given })),
    ];
  };
  let size = 8.5;
  while (size > 4.5 && heightOf(set(size)) > high) size -= 0.5;
  let base = y;
  for (const { line, style } of cutTo(set(size), high)) {
    base += leading(style) * 0.92;
    sheet.press.text(line, x, base - 0.4, fitted(sheet.press.faces, style, line, wide, 4));
  }
}

/** The lines that fit, the last one marked when there were more: a plan tells places, the lists tell names in full. */
function cutTo(lines: readonly SetLine[], high: number): readonly SetLine[] {
  let kept = lines;
  while (kept.length > 1 && heightOf(kept) > high) kept = kept.slice(0, -1);
  const last = kept.at(-1);
  if (kept.length === lines.length || !last) return kept;
  return [...kept.slice(0, -1), { ...last, line: `${last.line}…` }];
}

function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { style }) => sum + leading(style) * 0.92, 0);
}

function edges(
  x: number,
  y: number,
  wide: number,
  high: number,
): readonly (readonly [number, number, number, number])[] {
  return [
    [x, y, x + wide, y],
    [x + wide, y, x + wide, y + high],
    [x + wide, y + high, x, y + high],
    [x, y + high, x, y],
  ];
}

/** Slanted lines across a table that cannot be used. */
function hatch(sheet: Sheet, x: number, y: number, wide: number, high: number): void {
  for (let at = 2.4; at < wide + high; at += 2.4) {
    const from = Math.min(at, wide);
    const to = Math.max(0, at - high);
    sheet.press.line(x + from, y + at - from, x + to, y + at - to, 0.12, colours.line);
  }
}
