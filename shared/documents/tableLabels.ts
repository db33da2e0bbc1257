import { listedFamilyName, namedByNumber } from '../exam/people/names';
import { seatsInRoom } from '../exam/rooms/seating';
import { isListHeld } from '../exam/rooms/unheldSeats';
import { type CentreState, fact, reading } from '../exam/state';
import type { Day, RoomId } from '../kernel/ids';
import { inRoom, roomName, specialityLabel } from './facts';
import { type Frame, frameOf } from './frame';
import { FIXED, longDay, shortDay } from './french';
import { labelMargins } from './pageFrame';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { colours, fitted, leading, type Style, styles } from './typography';

/**
 * The labels stuck on the tables of a room for a day (étiquettes de table, D-08). Nothing of the anonymity of copies
 * ever stands on them: those labels are the rectorat's alone.
 */
export interface TableLabels {
  readonly document: 'tableLabels';
  readonly id: string;
  readonly frame: Frame;
  readonly day: Day;
  readonly room: string;
  readonly labels: readonly {
    readonly table: number;
    readonly familyName: string;
    readonly givenNames: string;
    readonly number: string;
    readonly speciality: string;
    /** Another version seats them elsewhere, or nowhere. */
    readonly contested: boolean;
  }[];
}

/** The labels of everyone seated in the room that day, in order of table; null when nobody is or the list is not held here. */
export function tableLabelsModel(state: CentreState, day: Day, room: RoomId): TableLabels | null {
  const frame = frameOf(state);
  const labels = seatsInRoom(state, day, room)
    .flatMap(({ candidate, table }) => {
      const registration = fact(state, 'registrations', 'session', candidate);
      const contested = reading(state, 'seats', day, candidate).kind === 'contested';
      if (!registration) return [{ table, ...namedByNumber(candidate), number: candidate, speciality: '', contested }];
      if (registration.status !== 'registered') return [];
      const { candidate: person } = registration;
      return {
        table,
        familyName: listedFamilyName(person),
        givenNames: person.givenNames,
        number: person.id,
        speciality: specialityLabel(state, person.speciality),
        contested,
      };
    })
    .sort((a, b) => a.table - b.table);
  if (!frame || labels.length === 0 || !isListHeld(state, day, room)) return null;
  return {
    document: 'tableLabels',
    id: documentId('etiquettes', day, room),
    frame,
    day,
    room: roomName(state, room),
    labels,
  };
}

export function tableLabelsTitle(model: TableLabels) {
  return { title: 'Étiquettes de table', subtitle: `${inRoom(model.room)} · ${longDay(model.day)}` };
}

/** A4 in 2 × 7 labels of 99.1 × 38.1 mm, 2.5 mm apart across: the common sheet for laser printers. */
const label = { wide: 99.1, high: 38.1, columns: 2, rows: 7, left: 4.65, top: 15.15, gutter: 2.5 };

export const tableLabelsLayout = labelMargins(label.top, label.top, label.left);

export function drawTableLabels(sheet: Sheet, model: TableLabels): void {
  const perPage = label.columns * label.rows;
  model.labels.forEach((each, at) => {
    const place = at % perPage;
    if (at > 0 && place === 0) sheet.addPage();
    const x = label.left + (place % label.columns) * (label.wide + label.gutter);
    const y = label.top + Math.floor(place / label.columns) * label.high;
    drawLabel(sheet, model, each, x, y);
  });
}

const tableStyle: Style = { ...styles.title, size: 40 };
const familyStyle: Style = { ...styles.strong, size: 15 };
const givenStyle: Style = { ...styles.body, size: 12 };
const detail: Style = { ...styles.small, size: 8.5 };
const numberWidth = 31;
const pad = 6;

function drawLabel(sheet: Sheet, model: TableLabels, each: TableLabels['labels'][number], x: number, y: number): void {
  const { press } = sheet;
  const number = String(each.table);
  const middle = x + pad + (numberWidth - 4) / 2;
  press.text(number, middle, y + 22, fitted(press.faces, tableStyle, number, numberWidth - 5, 14), 'center');
  press.text('table', middle, y + 8.5, styles.label, 'center');
  press.text(
    inRoom(model.room),
    middle,
    y + 29,
    fitted(press.faces, detail, inRoom(model.room), numberWidth - 4, 5),
    'center',
  );
  press.line(x + pad + numberWidth - 2, y + 6, x + pad + numberWidth - 2, y + label.high - 6, 0.2, colours.line);
  const left = x + pad + numberWidth + 2;
  const width = x + label.wide - pad - left;
  let line = y + 11.5;
  line = drawName(sheet, each.familyName, familyStyle, left, line, width, 2);
  drawName(sheet, each.givenNames, givenStyle, left, line, width, 1);
  press.text(each.number, left, y + 26.4, { ...detail, face: 'semibold' });
  if (each.contested) press.text('place à trancher', x + label.wide - pad, y + 26.4, styles.contested, 'right');
  const speciality = sheet.wrap(each.speciality, styles.small, width);
  const told = speciality.length > 1 ? fitted(press.faces, styles.small, each.speciality, width, 6) : styles.small;
  press.text(sheet.wrap(each.speciality, told, width)[0] ?? '', left, y + 30.2, told);
  press.text(`${shortDay(model.day)}${FIXED}· ${model.frame.centre.name}`, left, y + 33.8, {
    ...fitted(press.faces, styles.small, `${shortDay(model.day)}${FIXED}· ${model.frame.centre.name}`, width, 5),
    colour: colours.faint,
  });
}

/** Sets a name in at most `most` lines, smaller where it must be; answers the base line of what comes next. */
function drawName(sheet: Sheet, name: string, style: Style, x: number, y: number, width: number, most: number): number {
  let fit = style;
  while (fit.size > 6 && sheet.wrap(name, fit, width).length > most) fit = { ...fit, size: fit.size - 0.5 };
  const lines = sheet.wrap(name, fit, width);
  lines.forEach((line, at) => {
    sheet.press.text(line, x, y + at * leading(fit) * 0.92, fit);
  });
  return y + (lines.length - 1) * leading(fit) * 0.92 + 5.6;
}
