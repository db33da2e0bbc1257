import { type CentreState, facts } from '../exam/state';
import { type Day, type PaperId, paperId, type RoomId, roomId, type SittingId, sittingId } from '../kernel/ids';
import type { Statement } from '../kernel/statement';
import type { DocumentModel } from './document';
import { postedListOfPaper, postedListOfRoom } from './postedList';
import { rollCallListModel } from './rollCallList';
import { roomPlanModel } from './roomPlan';
import { roomReportModel } from './roomReport';
import { documentId } from './seal';
import { signInSheetModel } from './signInSheet';
import { tableLabelsModel } from './tableLabels';

/** Makes what a document states, in each of its variants; empty while there is nothing to state. */
export interface NamedDocument {
  /** The sitting it is about; null for the labels of a day. */
  readonly sitting: SittingId | null;
  readonly room: RoomId | null;
  models(state: CentreState, statements: readonly Statement[]): readonly DocumentModel[];
}

/** The document that an id names in this session, or null when there is none of that name. */
export function documentNamed(state: CentreState, id: string): NamedDocument | null {
  const kind = id.split('/')[0] ?? '';
  if (kind === 'etiquettes') return labelsNamed(state, id);
  for (const sitting of everyKey(state, 'sittings').map((key) => sittingId.of(key))) {
    if (!id.startsWith(`${documentId(kind, sitting)}/`)) continue;
    const found = atSitting(state, kind, sitting, id);
    if (found) return found;
  }
  return null;
}

function atSitting(state: CentreState, kind: string, sitting: SittingId, id: string): NamedDocument | null {
  const rooms = everyKey(state, 'rooms').map((key) => roomId.of(key));
  const papers = everyKey(state, 'papers').map((key) => paperId.of(key));
  const named = (...subject: readonly string[]) => documentId(kind, sitting, ...subject) === id;
  const room = rooms.find((each) => named(each));
  if (room) return ofRoom(kind, sitting, room);
  const posted = papers.find((each) => kind === 'affichage' && named('epreuve', each));
  if (posted) return { sitting, room: null, models: (at) => some(postedListOfPaper(at, sitting, posted)) };
  for (const each of rooms) {
    const paper = papers.find((one) => named(each, one));
    if (paper) return ofPaper(kind, sitting, each, paper);
  }
  return null;
}

function ofRoom(kind: string, sitting: SittingId, room: RoomId): NamedDocument | null {
  switch (kind) {
    case 'affichage':
      return { sitting, room, models: (state) => some(postedListOfRoom(state, sitting, room)) };
    case 'appel':
      return { sitting, room, models: (state) => some(rollCallListModel(state, sitting, room)) };
    case 'plan':
      return { sitting, room, models: (state) => some(roomPlanModel(state, sitting, room)) };
    default:
      return null;
  }
}

function ofPaper(kind: string, sitting: SittingId, room: RoomId, paper: PaperId): NamedDocument | null {
  switch (kind) {
    case 'emargement':
      return { sitting, room, models: (state) => some(signInSheetModel(state, sitting, room, paper)) };
    case 'pv-salle':
      return {
        sitting,
        room,
        models: (state, statements) =>
          [false, true].flatMap((apart) => some(roomReportModel(state, statements, sitting, room, paper, apart))),
      };
    default:
      return null;
  }
}

function labelsNamed(state: CentreState, id: string): NamedDocument | null {
  const days = new Set<Day>([...facts(state, 'sittings', 'session').values()].map(({ day }) => day));
  for (const day of days) {
    const room = everyKey(state, 'rooms')
      .map((key) => roomId.of(key))
      .find((each) => documentId('etiquettes', day, each) === id);
    if (room) return { sitting: null, room, models: (at) => some(tableLabelsModel(at, day, room)) };
  }
  return null;
}

/** What is or was of the session: a document may be of a room that was removed since. */
function everyKey(state: CentreState, aspect: 'sittings' | 'rooms' | 'papers'): readonly string[] {
  return [...(state.shelves.get(aspect)?.get('session')?.keys() ?? [])];
}

function some(model: DocumentModel | null): readonly DocumentModel[] {
  return model ? [model] : [];
}
