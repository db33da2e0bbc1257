import type { PaperId, RoomId, SittingId } from '../../kernel/ids';
import { compareText } from '../people/names';
import { type CentreState, fact, facts } from '../state';
import { isListUnheld, seatsWithoutPaper } from './heldLists';
import type { Room } from './kinds';
import { isAbsent, type RollLine, rollOf } from './roll';
import type { Seated } from './seating';
import { hasTable } from './tables';

/** Where somebody off the list may still sit in a room: one candidate per table. */
export interface OpenTables {
  /** Tables that nobody has, in order. */
  readonly free: readonly number[];
  /** Absentees whose table nobody else was given, in order of table: theirs may be lent. */
  readonly absentees: readonly RollLine[];
}

/** @param withoutPaper those of the room whom no roll can have yet (`seatsWithoutPaper`): their tables are theirs */
export function openTables(room: Room, roll: readonly RollLine[], withoutPaper: readonly Seated[]): OpenTables {
  const taken = new Set([...roll, ...withoutPaper].map((each) => each.table));
  const sat = new Set(roll.filter((line) => !isAbsent(line)).map((line) => line.table));
  const all = Array.from({ length: room.rows * room.columns }, (_each, index) => index + 1);
  return {
    free: all.filter((table) => hasTable(room, table) && !taken.has(table)),
    absentees: roll.filter((line) => isAbsent(line) && hasTable(room, line.table) && !sat.has(line.table)),
  };
}

/** A room in use at a sitting that still has free tables. */
export interface RoomWithTables {
  readonly room: Room;
  readonly free: readonly number[];
  /** Whether somebody sits the paper asked about there. */
  readonly samePaper: boolean;
}

/** The open rooms of a sitting that have free tables, of those whose list is held here: those that sit the paper first, then the emptiest, then by name. */
export function roomsWithTables(
  state: CentreState,
  sitting: SittingId,
  paper: PaperId,
  but: RoomId,
): readonly RoomWithTables[] {
  return [...facts(state, 'rooms', 'session').values()]
    .flatMap((room) => {
      const roll = rollOf(state, sitting, room.id);
      if (room.id === but || roll.length === 0 || fact(state, 'reports', sitting, room.id)) return [];
      if (isListUnheld(state, sitting, room.id)) return [];
      const { free } = openTables(room, roll, seatsWithoutPaper(state, sitting, room.id));
      return free.length > 0 ? [{ room, free, samePaper: roll.some((line) => line.paper.id === paper) }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.samePaper) - Number(a.samePaper) ||
        b.free.length - a.free.length ||
        compareText(a.room.name, b.room.name),
    );
}

/** Who off the list sits at a listed candidate's table, lent while that candidate is away; null when nobody does. */
export function lentTo(roll: readonly RollLine[], line: RollLine): RollLine | null {
  if (line.provisional) return null;
  return roll.find((each) => each.provisional && each.table === line.table && !isAbsent(each)) ?? null;
}
