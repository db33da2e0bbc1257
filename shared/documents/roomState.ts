import { isListUnheld } from '../exam/rooms/heldLists';
import { papersInRoom, type RollLine, rollOf } from '../exam/rooms/roll';
import { type CentreState, reading } from '../exam/state';
import { inRoomOfPaper } from '../exam/timing/kinds';
import type { RoomId, SittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { contestedInRoom, drawContestedLines } from './contestedFacts';
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
  teamOf,
} from './facts';
import { type Frame, frameOf } from './frame';
import { count, enumerated, exactHour, FIXED, length, NARROW, notedHour } from './french';
import { nameCells } from './nameCell';
import { documentId } from './seal';
import type { Sheet } from './sheet';
import { drawTable, type Row } from './table';
import { type Said, said, type Told, told } from './told';
import { styles } from './typography';
import { unheldIn } from './unheldWords';

/** All that is known of a room at this moment, on paper: to go on by hand where the machine no longer can. */
export interface RoomStatePage {
  readonly document: 'roomState';
  readonly id: string;
  readonly frame: Frame;
  readonly sitting: NamedSitting;
  readonly room: string;
  readonly team: Team;
  /** The moment at which this was true. */
  readonly at: Instant;
  readonly contested: readonly ContestInWords[];
  /** Those known here by their number alone. */
  readonly unheld?: readonly string[];
  readonly parts: readonly {
    readonly paper: NamedPaper;
    readonly start: Told<Instant>;
    readonly candidates: readonly CandidateNow[];
  }[];
}

interface CandidateNow extends ListedCandidate {
  readonly measures: string;
  readonly attendance: Told<'present' | 'absent'>;
  readonly arrivedAt: Instant | null;
  readonly late: 'onTime' | 'awaiting' | 'granted' | 'refused';
  readonly identityOwed: boolean;
  readonly exits: readonly { readonly at: Instant; readonly returnedAt: Instant | null }[];
  readonly leftAt: Told<Instant>;
  readonly endsAt: Instant | null;
}

/** What the page states, or null when nobody sits there or its list is not held here. */
export function roomStateModel(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
  at: Instant,
): RoomStatePage | null {
  const frame = frameOf(state);
  const named = namedSitting(state, sitting);
  const roll = rollOf(state, sitting, room);
  if (!frame || !named || roll.length === 0 || isListUnheld(state, sitting, room)) return null;
  return {
    document: 'roomState',
    id: documentId('etat', sitting, room),
    ...{ frame, sitting: named, room: roomName(state, room), team: teamOf(state, sitting, room), at },
    contested: contestedInRoom(state, sitting, room),
    ...unheldIn(state, sitting, [room]),
    parts: papersInRoom(roll).map((paper) => ({
      paper: namedPaper(state, paper),
      start: told(reading(state, 'starts', sitting, inRoomOfPaper(room, paper.id)), ({ boardStart }) => boardStart),
      candidates: roll.filter((line) => line.paper.id === paper.id).map((line) => candidateNow(state, sitting, line)),
    })),
  };
}

function candidateNow(state: CentreState, sitting: SittingId, line: RollLine): CandidateNow {
  return {
    ...listedCandidate(state, line),
    measures: measuresInWords(line.accommodations),
    attendance: told(line.attendance, ({ status }) => status),
    arrivedAt: line.late.kind === 'onTime' ? null : line.late.arrivedAt,
    late: line.late.kind,
    identityOwed: line.identity.kind === 'owed',
    exits: line.exits.map(({ at, returnedAt }) => ({ at, returnedAt })),
    leftAt: told(reading(state, 'departures', sitting, line.id), ({ at }) => at),
    endsAt: line.endsAt,
  };
}

export function roomStateTitle({ room, sitting, at, frame }: RoomStatePage) {
  return {
    title: 'État de la salle',
    subtitle: `${inRoom(room)} · ${moment(sitting)} · à ${notedHour(at, frame.zone)}`,
  };
}

export function drawRoomState(sheet: Sheet, model: RoomStatePage): void {
  const { zone } = model.frame;
  const everyone = model.parts.flatMap(({ candidates }) => candidates);
  const invigilators = [model.team.lead, ...model.team.others].filter((each) => each !== null);
  sheet.paragraph(
    `Ce que Cachet savait à ${notedHour(model.at, zone)}. Si le poste s’arrête, continuez à la main sur cette page, puis ressaisissez.`,
    styles.note,
  );
  sheet.paragraph(summary(everyone), styles.strong);
  if (invigilators.length > 0) sheet.paragraph(`Surveillance${NARROW}: ${enumerated(invigilators)}.`, styles.body);
  drawContestedLines(sheet, [...model.contested.map(contestSentence), ...(model.unheld ?? [])]);
  sheet.y += 2.5;
  drawTable(sheet, {
    rowHeight: 7.4,
    columns: [
      { heading: 'Table', width: 11, align: 'right' },
      { heading: '', width: 3 },
      { heading: 'Nom', width: 40 },
      { heading: 'Prénoms', width: 38 },
      { heading: 'À l’appel', width: 24 },
      { heading: 'Retard, sorties, départ', width: 'rest' },
      { heading: 'Fin', width: 22, align: 'right' },
    ],
    rows: model.parts.flatMap((part) => [
      { group: partInWords(part, zone) },
      ...part.candidates.map((each) => rowOf(each, zone, part.start.kind === 'contested')),
    ]),
  });
}

function summary(everyone: readonly CandidateNow[]): string {
  const counted = (status: 'present' | 'absent') =>
    everyone.filter(({ attendance }) => attendance.kind === 'told' && attendance.value === status).length;
  const [present, absent] = [counted('present'), counted('absent')];
  const open = everyone.filter(({ attendance }) => attendance.kind === 'contested').length;
  const rest = everyone.length - present - absent - open;
  const words = [
    count(everyone.length, 'attendu'),
    count(present, 'présent'),
    count(absent, 'absent'),
    ...(open > 0 ? [`${open} à trancher`] : []),
  ];
  return `${enumerated(rest > 0 ? [...words, `${count(rest, 'candidat')} sans réponse à l’appel`] : words)}.`;
}

function partInWords({ paper, start }: RoomStatePage['parts'][number], zone: string): string {
  const begun = said(start, (at) => `commencée à ${exactHour(at, zone)}`, 'pas encore commencée');
  return `${paperName(paper)} (${paper.diploma}), ${length(paper.minutes)}, ${begun.text}`;
}

const attendanceWords = { present: 'présent', absent: 'absent' } as const;

function rowOf(each: CandidateNow, zone: string, open: boolean): Row {
  const attendance: Said = said(each.attendance, (status) => attendanceWords[status]);
  return {
    cells: [
      { text: String(each.table), style: styles.strong },
      '',
      ...nameCells(each, each.measures),
      { text: attendance.text, style: attendance.contested ? styles.contested : styles.body },
      eventsOf(each, zone).join(`${NARROW}; `),
      each.endsAt === null ? '' : { text: exactHour(each.endsAt, zone), style: open ? styles.contested : styles.body },
    ],
  };
}

function eventsOf(each: CandidateNow, zone: string): readonly string[] {
  const at = (moment: Instant) => notedHour(moment, zone);
  const late = {
    onTime: '',
    awaiting: 'attend la décision du chef de centre',
    granted: 'admis',
    refused: 'non admis',
  }[each.late];
  return [
    ...(each.arrivedAt === null ? [] : [`arrivé à${FIXED}${at(each.arrivedAt)}, ${late}`]),
    ...(each.identityOwed ? ['pièce d’identité à présenter'] : []),
    ...each.exits.map((exit) =>
      exit.returnedAt === null
        ? `sorti à${FIXED}${at(exit.at)}, pas revenu`
        : `sorti ${at(exit.at)} – ${at(exit.returnedAt)}`,
    ),
    ...(each.leftAt.kind === 'unknown' ? [] : [said(each.leftAt, (moment) => `parti à${FIXED}${at(moment)}`).text]),
  ];
}
