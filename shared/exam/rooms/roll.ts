import type { PaperId, RoomId, SittingId } from '../../kernel/ids';
import { candidateId } from '../../kernel/ids';
import type { Paper, Sitting } from '../papers/kinds';
import { compareText } from '../people/names';
import { type CentreState, fact, facts } from '../state';
import type { Exit } from './exits';
import { expectedAt } from './expected';
import { listedLine, provisionalLine, type RollLine } from './rollLine';

export type { Exit } from './exits';
export type { IdentityState, LateState, RollLine } from './rollLine';

/**
 * The roll of a room at a sitting, in order of table. Someone struck off the list while seated appears only when
 * something was recorded about them. The same array as long as nothing said of the room's candidates changed.
 */
export function rollOf(state: CentreState, sitting: SittingId, room: RoomId): readonly RollLine[] {
  const held = fact(state, 'sittings', 'session', sitting);
  if (!held) return [];
  const expected = expectedAt(state, sitting).get(room) ?? [];
  const lines: RollLine[] = [];
  for (const each of expected) {
    const line = listedLine(state, sitting, room, each);
    if (!each.gone || line.attendance.kind !== 'unknown') lines.push(line);
  }
  const others = offTheList(state, held, room);
  if (others.length > 0) lines.push(...others);
  if (others.length > 0) lines.sort((a, b) => a.table - b.table);
  const known = rolls.get(expected);
  if (known && known.length === lines.length && known.every((line, at) => line === lines[at])) return known;
  rolls.set(expected, lines);
  return lines;
}

/** True for someone the roll counts as here: present by every version of the fact. */
export function isPresent(line: RollLine): boolean {
  const said = line.attendance;
  return (said.kind === 'known' || said.kind === 'corroborated') && said.value.status === 'present';
}

export function isAbsent(line: RollLine): boolean {
  const said = line.attendance;
  return (said.kind === 'known' || said.kind === 'corroborated') && said.value.status === 'absent';
}

/** Present and has not left for good. */
export function isComposing(line: RollLine): boolean {
  return isPresent(line) && line.departure === null;
}

/** The exit a candidate is on right now, if any; who left for good is on none. */
export function currentExit(line: RollLine): Exit | null {
  if (line.departure) return null;
  return line.exits.find((each) => each.returnedAt === null) ?? null;
}

/** Papers sat in a room at a sitting, without repetition, in order of title. */
export function papersInRoom(roll: readonly RollLine[]): readonly Paper[] {
  const byId = new Map<PaperId, Paper>();
  for (const line of roll) byId.set(line.paper.id, line.paper);
  return [...byId.values()].sort((a, b) => compareText(a.title, b.title));
}

function offTheList(state: CentreState, sitting: Sitting, room: RoomId): readonly RollLine[] {
  const lines: RollLine[] = [];
  for (const [key, person] of facts(state, 'provisional', sitting.id)) {
    const line = person.room === room ? provisionalLine(state, sitting, candidateId.of(key), person) : null;
    if (line) lines.push(line);
  }
  return lines;
}

/** Remembers the last roll per list of expected candidates. */
const rolls = new WeakMap<object, readonly RollLine[]>();
