import { compareNames, compareText } from '../exam/people/names';
import { isListUnheld } from '../exam/rooms/heldLists';
import { papersInRoom, rollOf } from '../exam/rooms/roll';
import { type CentreState, facts } from '../exam/state';
import type { PaperId, RoomId, SittingId } from '../kernel/ids';
import { roomId } from '../kernel/ids';
import { contestedInPublic, drawContestedLines } from './contestedFacts';
import {
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
} from './facts';
import { type Frame, frameOf } from './frame';
import { count, enumerated, hour, length, NARROW } from './french';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { type Column, drawTable } from './table';
import { type Style, styles } from './typography';
import { roomsLeftOut, unheldIn } from './unheldWords';

/** What is posted for everyone to read of a candidate: no birth date, no name of birth, no accommodation. */
type Posted = Pick<ListedCandidate, 'familyName' | 'givenNames' | 'number' | 'table'> & {
  readonly room: string;
};

/** The list posted at a door or in the hall (liste d’affichage, D-05): by room, or by paper for the whole centre. */
export interface PostedList {
  readonly document: 'postedList';
  readonly id: string;
  readonly frame: Frame;
  readonly sitting: NamedSitting;
  readonly by: { readonly kind: 'room'; readonly room: string } | { readonly kind: 'paper' };
  readonly papers: readonly NamedPaper[];
  /** In alphabetical order. */
  readonly candidates: readonly Posted[];
  readonly contested: readonly string[];
  /** Those known here by their number alone, and rooms whose list is not held here. */
  readonly unheld?: readonly string[];
}

/** Rooms where somebody sits at that sitting and whose list is held here, in the order people read them. */
export function roomsOf(state: CentreState, sitting: SittingId): readonly RoomId[] {
  return [...facts(state, 'rooms', 'session').keys()]
    .map((key) => roomId.of(key))
    .filter((room) => rollOf(state, sitting, room).length > 0 && !isListUnheld(state, sitting, room))
    .sort((a, b) => compareText(roomName(state, a), roomName(state, b)));
}

/** The list of one room, or null when nobody sits there or its list is not held here. Those admitted off the list are not posted. */
export function postedListOfRoom(state: CentreState, sitting: SittingId, room: RoomId): PostedList | null {
  const candidates = isListUnheld(state, sitting, room) ? [] : postedIn(state, sitting, room, null);
  const papers = papersInRoom(rollOf(state, sitting, room)).map((paper) => namedPaper(state, paper));
  const by = { kind: 'room', room: roomName(state, room) } as const;
  return postedList(state, sitting, documentId('affichage', sitting, room), by, papers, candidates, [room]);
}

/** The list of one paper in all its rooms, or null when nobody sits it. */
export function postedListOfPaper(state: CentreState, sitting: SittingId, paper: PaperId): PostedList | null {
  const rooms = roomsOf(state, sitting);
  const candidates = rooms.flatMap((room) => postedIn(state, sitting, room, paper));
  const first = rooms.flatMap((room) => rollOf(state, sitting, room)).find((line) => line.paper.id === paper)?.paper;
  const papers = first ? [namedPaper(state, first)] : [];
  const id = documentId('affichage', sitting, 'epreuve', paper);
  return postedList(state, sitting, id, { kind: 'paper' }, papers, candidates, rooms);
}

function postedIn(state: CentreState, sitting: SittingId, room: RoomId, paper: PaperId | null): readonly Posted[] {
  return rollOf(state, sitting, room)
    .filter((line) => !line.provisional && (paper === null || line.paper.id === paper))
    .map((line) => {
      const { familyName, givenNames, number, table } = listedCandidate(state, line);
      return { familyName, givenNames, number, table, room: roomName(state, room) };
    });
}

function postedList(
  state: CentreState,
  sitting: SittingId,
  id: string,
  by: PostedList['by'],
  papers: readonly NamedPaper[],
  candidates: readonly Posted[],
  rooms: readonly RoomId[],
): PostedList | null {
  const frame = frameOf(state);
  const named = namedSitting(state, sitting);
  if (!frame || !named || candidates.length === 0) return null;
  return {
    document: 'postedList',
    id,
    frame,
    sitting: named,
    by,
    papers,
    candidates: [...candidates].sort(compareNames),
    contested: contestedInPublic(state, sitting, rooms),
    ...leftOut(state, sitting, by, rooms),
  };
}

/** Whom the list does not name, and, where it is for the whole centre, the rooms it does not have. */
function leftOut(state: CentreState, sitting: SittingId, by: PostedList['by'], rooms: readonly RoomId[]) {
  const { unheld = [] } = unheldIn(state, sitting, rooms);
  const lines = [...unheld, ...(by.kind === 'paper' ? roomsLeftOut(state, sitting) : [])];
  return lines.length > 0 ? { unheld: lines } : {};
}

export function postedListTitle(model: PostedList) {
  if (model.by.kind === 'room')
    return { title: inRoom(model.by.room), subtitle: `Liste d’affichage · ${moment(model.sitting)}` };
  const names = model.papers.map(paperName).join(', ');
  return { title: 'Liste d’affichage', subtitle: `${names} · ${moment(model.sitting)}` };
}

/** Read standing, from a pace away. */
const posted: Style = { ...styles.body, size: 11.5 };
const name: Style = { ...styles.strong, size: 11.5 };

export function drawPostedList(sheet: Sheet, model: PostedList): void {
  const ofRoom = model.by.kind === 'room';
  const papers = model.papers.map((paper) => `${paperName(paper)} (${paper.diploma}, ${length(paper.minutes)})`);
  sheet.paragraph(enumerated(papers), styles.body);
  sheet.paragraph(
    `${count(model.candidates.length, 'candidat')}. Composition à ${hour(model.sitting.start)}${NARROW}: se présenter devant la salle avec sa convocation et une pièce d’identité.`,
    styles.body,
  );
  drawContestedLines(sheet, [...model.contested, ...(model.unheld ?? [])]);
  sheet.y += 3;
  const where: readonly Column[] = ofRoom ? [] : [{ heading: 'Salle', width: 28 }];
  drawTable(sheet, {
    rowHeight: 7.6,
    style: posted,
    columns: [
      { heading: 'Nom', width: 62 },
      { heading: 'Prénoms', width: 'rest' },
      { heading: 'N° de candidat', width: 32 },
      ...where,
      { heading: 'Table', width: 14, align: 'right' },
    ],
    rows: model.candidates.map((each) => ({
      cells: [
        { text: each.familyName, style: name },
        each.givenNames,
        each.number ?? '',
        ...(ofRoom ? [] : [{ text: each.room, style: name }]),
        { text: String(each.table), style: name },
      ],
    })),
  });
}
