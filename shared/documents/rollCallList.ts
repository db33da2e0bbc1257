import { isListUnheld } from '../exam/rooms/heldLists';
import { papersInRoom, rollOf } from '../exam/rooms/roll';
import type { CentreState } from '../exam/state';
import type { RoomId, SittingId } from '../kernel/ids';
import { contestedInLists, drawContestedLines } from './contestedFacts';
import { type ContestInWords, contestSentence } from './contestWords';
import {
  inRoom,
  type ListedCandidate,
  listedCandidate,
  measuresInWords,
  moment,
  type NamedPaper,
  type NamedSitting,
  namedPaper,
  namedSitting,
  paperName,
  roomName,
  type Team,
  tablesInWords,
  teamOf,
} from './facts';
import { type Frame, frameOf } from './frame';
import { enumerated, length, NARROW, quoted, shortDay } from './french';
import { nameCells } from './nameCell';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { drawTable, type Row } from './table';
import { styles } from './typography';
import { unheldIn } from './unheldWords';

/** The roll-call list (liste d’appel, D-06) of one room at one sitting: who is called, at which table, for which paper. */
export interface RollCallList {
  readonly document: 'rollCallList';
  readonly id: string;
  readonly frame: Frame;
  readonly sitting: NamedSitting;
  readonly room: string;
  readonly team: Team;
  readonly contested: readonly ContestInWords[];
  /** Those known here by their number alone. */
  readonly unheld?: readonly string[];
  readonly parts: readonly {
    readonly paper: NamedPaper;
    readonly candidates: readonly (ListedCandidate & { readonly measures: string })[];
  }[];
}

/** What the list states, or null when nobody sits there or its list is not held here. */
export function rollCallListModel(state: CentreState, sitting: SittingId, room: RoomId): RollCallList | null {
  const frame = frameOf(state);
  const named = namedSitting(state, sitting);
  const roll = rollOf(state, sitting, room);
  if (!frame || !named || roll.length === 0 || isListUnheld(state, sitting, room)) return null;
  return {
    document: 'rollCallList',
    id: documentId('appel', sitting, room),
    frame,
    sitting: named,
    room: roomName(state, room),
    team: teamOf(state, sitting, room),
    contested: contestedInLists(state, sitting, room),
    ...unheldIn(state, sitting, [room]),
    parts: papersInRoom(roll).map((paper) => ({
      paper: namedPaper(state, paper),
      candidates: roll
        .filter((line) => line.paper.id === paper.id)
        .map((line) => ({ ...listedCandidate(state, line), measures: measuresInWords(line.accommodations) })),
    })),
  };
}

export function rollCallListTitle(model: RollCallList) {
  return { title: 'Liste d’appel', subtitle: `${inRoom(model.room)} · ${moment(model.sitting)}` };
}

export function drawRollCallList(sheet: Sheet, model: RollCallList): void {
  const everyone = model.parts.flatMap(({ candidates }) => candidates);
  const invigilators = [model.team.lead, ...model.team.others].filter((each) => each !== null);
  const [only, ...others] = model.parts;
  if (only && others.length === 0) sheet.paragraph(paperInWords(only.paper), styles.body);
  sheet.paragraph(`${tablesInWords(everyone.map(({ table }) => table))}. ${team(invigilators)}`, styles.body);
  sheet.paragraph(
    `Cocher un seul des deux cadres à l’appel. Écrire ${quoted('blanche')} en marge pour une copie blanche.`,
    styles.note,
  );
  drawContestedLines(sheet, [...model.contested.map(contestSentence), ...(model.unheld ?? [])]);
  sheet.y += 2.5;
  drawTable(sheet, {
    rowHeight: 7.4,
    columns: [
      { heading: 'Table', width: 11, align: 'right' },
      { heading: '', width: 4 },
      { heading: 'Nom', width: 48 },
      { heading: 'Prénoms', width: 'rest' },
      { heading: 'Né(e) le', width: 22 },
      { heading: 'N° de candidat', width: 26 },
      { heading: 'Présent', width: 13, align: 'center' },
      { heading: 'Absent', width: 13, align: 'center' },
    ],
    rows: model.parts.flatMap((part) => rowsOf(part, model.parts.length > 1)),
  });
}

function team(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `Surveillance${NARROW}: ${enumerated(names)}.`;
}

function paperInWords(paper: NamedPaper): string {
  return `${paperName(paper)} (${paper.diploma}), ${length(paper.minutes)}`;
}

function rowsOf(part: RollCallList['parts'][number], headed: boolean): readonly Row[] {
  return [
    ...(headed ? [{ group: paperInWords(part.paper) }] : []),
    ...part.candidates.map((each) => ({
      cells: [
        { text: String(each.table), style: styles.strong },
        '',
        ...nameCells(each, each.measures),
        each.birthDate === null ? '' : shortDay(each.birthDate),
        each.number ?? 'hors liste',
        { tick: false },
        { tick: false },
      ],
    })),
  ];
}
