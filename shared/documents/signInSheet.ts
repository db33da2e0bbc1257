import { isListUnheld } from '../exam/rooms/heldLists';
import { papersInRoom, rollOf } from '../exam/rooms/roll';
import type { CentreState } from '../exam/state';
import type { PaperId, RoomId, SittingId } from '../kernel/ids';
import { contestedInPublic, drawContestedLines } from './contestedFacts';
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
import { FIXED, length, shortDay } from './french';
import { nameCells } from './nameCell';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { drawTable, type Row } from './table';
import { styles } from './typography';
import { unheldIn } from './unheldWords';

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
  readonly contested: readonly string[];
  /** Those known here by their number alone. */
  readonly unheld?: readonly string[];
}

/** The papers that need a sheet in this room: those sat there at that sitting. */
export function papersOfRoom(state: CentreState, sitting: SittingId, room: RoomId): readonly PaperId[] {
  return papersInRoom(rollOf(state, sitting, room)).map(({ id }) => id);
}

/** What the sheet states, or null when nobody sits that paper there or the room's list is not held here. */
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
  if (!frame || !named || !first || isListUnheld(state, sitting, room)) return null;
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
    contested: contestedInPublic(state, sitting, [room]),
    ...unheldIn(state, sitting, [room]),
  };
}

export function signInSheetTitle(model: SignInSheet) {
  const when = `${moment(model.sitting)} · ${length(model.paper.minutes)}`;
  return {
    title: 'Liste d’émargement',
    subtitle: `${paperName(model.paper)} · ${inRoom(model.room)} · ${when}`,
  };
}

/** Lines kept free for candidates who are admitted off the list. */
const freeLines = 3;

export function drawSignInSheet(sheet: Sheet, model: SignInSheet): void {
  const listed = model.candidates.filter(({ provisional }) => !provisional);
  const off = model.candidates.filter(({ provisional }) => provisional);
  sheet.paragraph([model.paper.diploma, ...model.specialities].join(` ${FIXED}·${FIXED} `), styles.body);
  sheet.paragraph(`${tablesInWords(listed.map(({ table }) => table))}.`, styles.body);
  sheet.paragraph(
    'Aucun candidat ne quitte définitivement la salle sans avoir remis une copie, même blanche, et signé cette liste.',
    styles.note,
  );
  drawContestedLines(sheet, [...model.contested, ...(model.unheld ?? [])]);
  sheet.y += 2.5;
  drawTable(sheet, {
    rowHeight: 10.5,
    columns: [
      { heading: 'Table', width: 11, align: 'right' },
      { heading: '', width: 4 },
      { heading: 'Nom', width: 46 },
      { heading: 'Prénoms', width: 'rest' },
      { heading: 'N° de candidat', width: 28 },
      { heading: 'Signature du candidat', width: 54, ruled: true },
    ],
    rows: [
      ...listed.map((each) => rowOf(each, each.number ?? '')),
      { group: 'Candidats admis hors liste, sous réserve de la vérification de leur inscription' },
      ...off.map((each) => rowOf(each, each.birthDate === null ? '' : `né(e) le ${shortDay(each.birthDate)}`)),
      ...Array.from({ length: freeLines }, () => ({ cells: ['', '', '', '', '', ''] })),
    ],
  });
}

function rowOf(each: ListedCandidate, number: string): Row {
  return { cells: [{ text: String(each.table), style: styles.strong }, '', ...nameCells(each), number, ''] };
}
