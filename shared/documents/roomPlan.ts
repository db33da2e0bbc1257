import { candidateByNumber, displayName, listedFamilyName } from '../exam/people/names';
import { isListUnheld, seatsWithoutPaper } from '../exam/rooms/heldLists';
import { papersInRoom, type RollLine, rollOf } from '../exam/rooms/roll';
import { type CentreState, fact, reading } from '../exam/state';
import { candidateId, type Day, type RoomId, type SittingId } from '../kernel/ids';
import { type NamedPaper, type NamedSitting, namedPaper, namedSitting, roomName, type Team, teamOf } from './facts';
import { type Frame, frameOf } from './frame';
import { documentId } from './seal';
import { identityUnheld } from './unheldWords';

/** The plan of a room at a sitting (plan de salle, D-12): who sits where, and who watches. */
export interface RoomPlan {
  readonly document: 'roomPlan';
  readonly id: string;
  readonly frame: Frame;
  readonly sitting: NamedSitting;
  readonly room: string;
  readonly building: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly team: Team;
  readonly papers: readonly NamedPaper[];
  /** Every table of the grid, row by row from the board; two people at one table are both shown. */
  readonly tables: readonly PlannedTable[];
  /** People whose table lies outside the grid or whose paper is not known here, and seats told in two ways. */
  readonly unplaced: readonly { readonly name: string; readonly where: readonly string[] }[];
}

export interface PlannedTable {
  readonly table: number;
  readonly off: boolean;
  readonly people: readonly {
    readonly familyName: string;
    readonly givenNames: string;
    readonly paper: string;
    readonly provisional: boolean;
  }[];
}

/** What the plan states, or null when the room is unknown or its list is not held here. */
export function roomPlanModel(state: CentreState, sitting: SittingId, room: RoomId): RoomPlan | null {
  const frame = frameOf(state);
  const named = namedSitting(state, sitting);
  const place = fact(state, 'rooms', 'session', room);
  if (!frame || !named || !place || isListUnheld(state, sitting, room)) return null;
  const roll = rollOf(state, sitting, room);
  const size = place.rows * place.columns;
  return {
    document: 'roomPlan',
    id: documentId('plan', sitting, room),
    frame,
    sitting: named,
    room: place.name,
    building: place.building,
    rows: place.rows,
    columns: place.columns,
    team: teamOf(state, sitting, room),
    papers: papersInRoom(roll).map((paper) => namedPaper(state, paper)),
    tables: Array.from({ length: size }, (_, index) => ({
      table: index + 1,
      off: place.off.includes(index + 1),
      people: roll.filter((line) => line.table === index + 1).map(planned),
    })),
    unplaced: [
      ...outside(roll, size),
      ...contestedSeats(state, named.day, room),
      ...withoutPaper(state, sitting, room),
    ],
  };
}

function planned(line: RollLine): PlannedTable['people'][number] {
  return {
    familyName: listedFamilyName(line),
    givenNames: line.unheld ? identityUnheld : line.givenNames,
    paper: line.paper.code,
    provisional: line.provisional,
  };
}

function outside(roll: readonly RollLine[], size: number): RoomPlan['unplaced'] {
  return roll
    .filter(({ table }) => table > size)
    .map((line) => ({ name: displayName(line), where: [`table ${line.table}`] }));
}

/** Those whose particulars, and with them their paper, are not on the machine that prints. */
function withoutPaper(state: CentreState, sitting: SittingId, room: RoomId): RoomPlan['unplaced'] {
  return seatsWithoutPaper(state, sitting, room).map(({ candidate, table }) => ({
    name: candidateByNumber(candidate),
    where: [`table ${table}, ${identityUnheld}`],
  }));
}

/** Seats of which two versions stand, one of them in this room. */
function contestedSeats(state: CentreState, day: Day, room: RoomId): RoomPlan['unplaced'] {
  const found: RoomPlan['unplaced'][number][] = [];
  for (const key of state.shelves.get('seats')?.get(day)?.keys() ?? []) {
    const seat = reading(state, 'seats', day, key);
    if (seat.kind !== 'contested' || !seat.versions.some(({ value }) => value?.room === room)) continue;
    const candidate = fact(state, 'registrations', 'session', candidateId.of(key))?.candidate;
    found.push({
      name: candidate ? displayName(candidate) : candidateByNumber(key),
      where: seat.versions.map(({ value }) =>
        value === null ? 'sans place' : `${roomName(state, value.room)} table ${value.table}`,
      ),
    });
  }
  return found;
}
