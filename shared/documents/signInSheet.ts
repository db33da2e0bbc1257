import { papersInRoom, rollOf } from '../exam/rooms/roll';
import type { CentreState } from '../exam/state';
import type { PaperId, RoomId, SittingId } from '../kernel/ids';
import {
  distinct,
  inRoom,
  type ListedCandidate,
  listedCandidate,
  moment,
  type NamedPaper,
  type NamedSitting,
  namedPaper,
  namedSitting,
  paperName,
  roomName,
  tablesInWords,
} from './facts';
import { type Frame, frameOf } from './frame';
import { length } from './french';
import { nameCell } from './nameCell';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { type Column, drawTable } from './table';
import { leading, styles } from './typography';

/** The sign-in sheet (liste d’émargement, D-07) of one paper in one room. It goes in the envelope, so no accommodation. */
export interface SignInSheet {
  readonly document: 'signInSheet';
  readonly id: string;
  readonly frame: Frame;
  readonly sitting: NamedSitting;
  readonly room: string;
  readonly paper: NamedPaper;
  readonly specialities: readonly string[];
  readonly candidates: readonly ListedCandidate[];
}

/** The papers that need a sheet in this room: those sat there at that sitting. */
export function papersOfRoom(state: CentreState, sitting: SittingId, room: RoomId): readonly PaperId[] {
  return papersInRoom(rollOf(state, sitting, room)).map(({ id }) => id);
}

/** What the sheet states, or null when nobody sits that paper there. */
export function signInSheetModel(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  paper: PaperId,
): SignInSheet | null {
  const frame = frameOf(state);
  const named = namedSitting(state, sitting);
  const lines = rollOf(state, sitting, room).filter((line) => line.paper.id === paper);
  const [first] = lines;
  if (!frame || !named || !first) return null;
  const candidates = lines.map((line) => listedCandidate(state, line));
  return {
    document: 'signInSheet',
    id: documentId('emargement', sitting, room, paper),
    frame,
    sitting: named,
    room: roomName(state, room),
    paper: namedPaper(state, first.paper),
    specialities: distinct(candidates.map(({ speciality }) => speciality)),
    candidates,
  };
}

export function signInSheetTitle(model: SignInSheet) {
  const when = `${moment(model.sitting)}, ${length(model.paper.minutes)}`;
  return {
    title: 'Liste d’émargement',
    subtitle: `${paperName(model.paper)}, ${inRoom(model.room)}, ${when}`,
  };
}

/** Lines kept free for candidates who are admitted off the list. */
const freeLines = 3;
const rowHeight = 10.5;

export function drawSignInSheet(sheet: Sheet, model: SignInSheet): void {
  const speciality = model.specialities.join(', ');
  const listed = model.candidates.filter(({ provisional }) => !provisional);
  const off = model.candidates.filter(({ provisional }) => provisional);
  sheet.paragraph([model.paper.diploma, speciality].filter((each) => each !== '').join(', '), styles.body);
  sheet.paragraph(`${tablesInWords(listed.map(({ table }) => table))}.`, styles.body);
  sheet.paragraph(
    'Aucun candidat ne quitte définitivement la salle sans avoir remis une copie, même blanche, et signé cette liste.',
    styles.note,
  );
  sheet.y += 2.5;
  drawTable(sheet, { rowHeight, columns, rows: listed.map(rowOf) });
  drawOffTheList(sheet, off);
}

const columns: readonly Column[] = [
  { heading: 'Table', width: 12, align: 'right' },
  { heading: '', width: 4 },
  { heading: 'Nom, prénoms', width: 'rest' },
  { heading: 'N° de candidat', width: 32 },
  { heading: 'Signature du candidat', width: 62, ruled: true },
];

function rowOf(each: ListedCandidate) {
  return { cells: [{ text: String(each.table), style: styles.strong }, '', nameCell(each), each.number ?? '', ''] };
}

function drawOffTheList(sheet: Sheet, admitted: readonly ListedCandidate[]): void {
  const needed = 22 + leading(styles.note) + rowHeight * (freeLines + admitted.length);
  sheet.ensure(Math.min(needed, sheet.roomOfNextPage));
  sheet.y += 9;
  sheet.press.text('Candidats admis hors liste', sheet.left, sheet.y, styles.section);
  sheet.y += 1.2;
  sheet.paragraph('Composent sous réserve de la vérification de leur inscription, et signent.', styles.note);
  sheet.y += 1.5;
  drawTable(sheet, {
    rowHeight,
    columns: columns.map((column) => (column.heading === 'N° de candidat' ? { ...column, heading: 'Né(e) le' } : column)),
    rows: [
      ...admitted.map((each) => ({
        cells: [
          { text: String(each.table), style: styles.strong },
          '',
          nameCell(each),
          each.birthDate === null ? '' : each.birthDate.split('-').reverse().join('/'),
          '',
        ],
      })),
      ...Array.from({ length: freeLines }, () => ({ cells: ['', '', '', '', ''] })),
    ],
  });
}
