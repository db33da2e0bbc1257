import { roomsUnheld } from '../exam/rooms/heldLists';
import type { CentreState } from '../exam/state';
import type { Day } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { CentreStatus } from '../watch/centreStatus';
import { compactOf } from '../watch/compactStatus';
import { compactText, fitted } from '../watch/compactText';
import { dictated, dictatedOf } from '../watch/dictated';
import { inRoom, roomName } from './facts';
import { type Frame, frameOf } from './frame';
import { count, dayAndHour, enumerated, longDay, NARROW, notedHour } from './french';
import { qrModules, qrRectangles } from './qrCode';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { spelledShort } from './spelling';
import { figuresInWords, type StatusLine } from './statusWords';
import { colours, leading, type Style, styles } from './typography';

/** What a centre tells headquarters by another path: the code to photograph, the code to read aloud, and the figures. */
export interface CentreStatusPage {
  readonly document: 'centreStatus';
  readonly id: string;
  readonly frame: Frame;
  readonly at: Instant;
  readonly halfDay: { readonly day: Day; readonly half: 'morning' | 'afternoon' } | null;
  readonly figures: readonly StatusLine[];
  /** The whole status, as the large code holds it. */
  readonly text: string;
  /** Rooms that are in the figures, and that the large code does not name. */
  readonly otherRooms: number;
  /** The rooms that are in no figure: their list is not held on the machine that made the status. */
  readonly unheld?: readonly string[];
  /** In groups of five signs, with dashes; null for a centre too large to dictate. */
  readonly dictated: string | null;
}

/** The page of a status that was just made; null before a session was published. */
export function centreStatusModel(state: CentreState, status: CentreStatus): CentreStatusPage | null {
  const frame = frameOf(state);
  if (!frame) return null;
  const compact = fitted(compactOf(status));
  return {
    document: 'centreStatus',
    id: documentId('etat-du-centre', frame.centre.code, String(status.at)),
    frame,
    at: status.at,
    halfDay: status.halfDay,
    figures: figuresInWords(status.figures),
    text: compactText(compact),
    otherRooms: roomsIn(status.sittings) - roomsIn(compact.sittings),
    dictated: dictated(dictatedOf(status)),
    ...unheldRoomsIn(state, status),
  };
}

function unheldRoomsIn(state: CentreState, { sittings }: CentreStatus): { readonly unheld?: readonly string[] } {
  const rooms = new Set(sittings.flatMap(({ sitting }) => roomsUnheld(state, sitting)));
  return rooms.size > 0 ? { unheld: [...rooms].map((room) => inRoom(roomName(state, room))) } : {};
}

function roomsIn(sittings: readonly { readonly rooms: readonly unknown[] }[]): number {
  return sittings.reduce((sum, { rooms }) => sum + rooms.length, 0);
}

export function centreStatusTitle({ at, frame }: CentreStatusPage) {
  return { title: 'État du centre', subtitle: `tel qu’il était le ${dayAndHour(at, frame.zone)}` };
}

const codeSize = 88;
const quiet = 4;
const groupStyle: Style = { face: 'semibold', size: 17, colour: colours.ink };
const spelledStyle: Style = { ...styles.small, size: 9 };
const valueStyle: Style = { ...styles.body, size: 11 };

export function drawCentreStatus(sheet: Sheet, model: CentreStatusPage): void {
  const { frame, halfDay, otherRooms } = model;
  if (halfDay) {
    const half = halfDay.half === 'morning' ? 'matin' : 'après-midi';
    sheet.paragraph(`Demi-journée du ${longDay(halfDay.day)}, ${half}.`, valueStyle);
  }
  sheet.y += 3;
  if (model.unheld) {
    const rooms = enumerated(model.unheld);
    sheet.paragraph(`État partiel${NARROW}: le poste qui l’a fait ne tient pas la liste de ${rooms}.`, styles.warning);
  }
  for (const { label, value } of model.figures) drawLine(sheet, label, value);
  sheet.y += 8;
  const top = sheet.y;
  drawWhole(sheet, model.text, top);
  drawDictated(sheet, model.dictated, top, sheet.left + codeSize + 2 * quiet + 2);
  sheet.y = top + codeSize + 2 * quiet + 4;
  if (otherRooms > 0) sheet.paragraph(leftOutInWords(otherRooms), styles.note);
  sheet.paragraph(
    `Le siège lit le grand code en le photographiant, ou tape les groupes qu’on lui dicte${NARROW}; il y voit l’état du centre à ${notedHour(model.at, frame.zone)} et rien de plus récent. Aucun candidat n’y est nommé. Cet état n’est pas signé${NARROW}: le siège l’affiche comme dicté, jusqu’à ce que les saisies du centre lui parviennent.`,
    styles.note,
  );
}

/** What the large code counts without naming it. */
export function leftOutInWords(rooms: number): string {
  return rooms === 1
    ? `Une salle ne tient pas dans le grand code${NARROW}: elle y est comptée sans y être nommée.`
    : `${count(rooms, 'salle')} ne tiennent pas dans le grand code${NARROW}: elles y sont comptées sans y être nommées, en commençant par celles où il n’y a rien à signaler.`;
}

function drawLine(sheet: Sheet, label: string, value: string): void {
  const lines = sheet.wrap(value, valueStyle, sheet.width - 28);
  sheet.press.text(label, sheet.left, sheet.y + leading(valueStyle) * 0.76, { ...valueStyle, face: 'semibold' });
  for (const line of lines) {
    sheet.y += leading(valueStyle);
    sheet.press.text(line, sheet.left + 28, sheet.y - leading(valueStyle) * 0.24, valueStyle);
  }
  sheet.y += 1.6;
}

function drawWhole(sheet: Sheet, text: string, top: number): void {
  sheet.press.box(sheet.left, top, codeSize + 2 * quiet, codeSize + 2 * quiet, 0.3, colours.line);
  sheet.press.fill(qrRectangles(qrModules(text), sheet.left + quiet, top + quiet, codeSize), colours.ink);
}

function drawDictated(sheet: Sheet, code: string | null, top: number, left: number): void {
  if (code === null) {
    const words = 'Ce centre est trop grand pour un code à dicter.';
    sheet.wrap(words, styles.body, sheet.right - left).forEach((line, at) => {
      sheet.press.text(line, left, top + leading(styles.body) * (at + 1), styles.body);
    });
    return;
  }
  const groups = code.split('-');
  const step = Math.min(12, (codeSize + 2 * quiet) / groups.length);
  groups.forEach((group, at) => {
    const y = top + step * at + 6.2;
    sheet.press.text(String(at + 1), left + 4.5, y, styles.label, 'right');
    sheet.press.text(group, left + 7.5, y, groupStyle);
    sheet.press.text(spelledShort(group), left + 33, y, spelledStyle);
  });
}
