import type { DocumentModel } from '../../shared/documents/document';
import { postedListOfPaper, postedListOfRoom, roomsOf } from '../../shared/documents/postedList';
import { rollCallListModel } from '../../shared/documents/rollCallList';
import { roomPlanModel } from '../../shared/documents/roomPlan';
import { roomReportModel } from '../../shared/documents/roomReport';
import { papersOfRoom, signInSheetModel } from '../../shared/documents/signInSheet';
import { tableLabelsModel } from '../../shared/documents/tableLabels';
import { type CentreState, fact } from '../../shared/exam/state';
import type { PaperId, RoomId, SittingId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import type { Route } from '../app/routes';

/** The kinds of pages that can be asked for, in the order of the day. */
export const pageKinds = [
  'postedByRoom',
  'postedByPaper',
  'tableLabels',
  'roomPlan',
  'rollCallList',
  'signInSheet',
  'roomReport',
] as const;
export type PageKind = (typeof pageKinds)[number];

/** What is asked for; `rooms` and `papers` null means all of the sitting. */
export interface PageChoice {
  readonly kind: PageKind;
  readonly sitting: SittingId;
  readonly rooms: readonly RoomId[] | null;
  readonly papers: readonly PaperId[] | null;
  /** Room report: exits and extra time on a sheet of their own. */
  readonly apart: boolean;
}

/** What an address asks for: its document, at its sitting or else at `sitting`, for its room or else for all. */
export function choiceAt(route: Route, sitting: SittingId | null): PageChoice | null {
  const asked = route.path === 'pages' ? route : null;
  const at = asked?.sitting ?? sitting;
  if (!at) return null;
  const kind = pageKinds.find((each) => each === asked?.part) ?? 'signInSheet';
  return { kind, sitting: at, rooms: asked?.room ? [asked.room] : null, papers: null, apart: false };
}

/** Papers that somebody sits at a sitting, in the order of the sitting. */
export function papersSat(state: CentreState, sitting: SittingId): readonly PaperId[] {
  const sat = new Set(roomsOf(state, sitting).flatMap((room) => papersOfRoom(state, sitting, room)));
  return (fact(state, 'sittings', 'session', sitting)?.papers ?? []).filter((paper) => sat.has(paper));
}

/** The documents a choice asks for, in order of room; those that nobody needs are left out. */
export function documentsOf(
  state: CentreState,
  statements: readonly Statement[],
  choice: PageChoice,
): readonly DocumentModel[] {
  if (choice.kind === 'postedByPaper') {
    const papers = choice.papers ?? papersSat(state, choice.sitting);
    return papers.flatMap((paper) => postedListOfPaper(state, choice.sitting, paper) ?? []);
  }
  const rooms = roomsOf(state, choice.sitting).filter((room) => choice.rooms?.includes(room) ?? true);
  return rooms.flatMap((room) => ofRoom(state, statements, choice, room));
}

function ofRoom(
  state: CentreState,
  statements: readonly Statement[],
  { kind, sitting, apart }: PageChoice,
  room: RoomId,
): readonly DocumentModel[] {
  const papers = () => papersOfRoom(state, sitting, room);
  const day = fact(state, 'sittings', 'session', sitting)?.day;
  switch (kind) {
    case 'postedByPaper':
      return [];
    case 'postedByRoom':
      return some(postedListOfRoom(state, sitting, room));
    case 'tableLabels':
      return day ? some(tableLabelsModel(state, day, room)) : [];
    case 'roomPlan':
      return some(roomPlanModel(state, sitting, room));
    case 'rollCallList':
      return some(rollCallListModel(state, sitting, room));
    case 'signInSheet':
      return papers().flatMap((paper) => signInSheetModel(state, sitting, room, paper) ?? []);
    case 'roomReport':
      return papers().flatMap((paper) => roomReportModel(state, statements, sitting, room, paper, apart) ?? []);
  }
}

function some(model: DocumentModel | null): readonly DocumentModel[] {
  return model ? [model] : [];
}
