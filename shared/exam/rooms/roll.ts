import type { PaperId, RoomId, SittingId } from '../../kernel/ids';
import { candidateId } from '../../kernel/ids';
import type { Paper, Sitting } from '../papers/kinds';
import { compareText } from '../people/names';
import { type CentreState, fact, facts } from '../state';
import type { Exit } from './exits';
import { type Expected, expectedAt } from './expected';
import { listedLine, provisionalLine, type RollLine } from './rollLine';
import { type RollSources, rollSources, sameSources, unchangedLine } from './rollSources';

export type { Exit } from './exits';
export type { IdentityState, LateState, RollLine } from './rollLine';

/**
 * The roll of a room at a sitting, in order of table. Someone struck off the list while seated appears only when
 * something was recorded about them. The same array as long as nothing that rolls are drawn from changed, and the same
 * lines for those of whom nothing changed.
 */
export function rollOf(state: CentreState, sitting: SittingId, room: RoomId): readonly RollLine[] {
  const held = fact(state, 'sittings', 'session', sitting);
  if (!held) return [];
  const expected = expectedAt(state, sitting).get(room) ?? nobody;
  const sources = rollSources(state, sitting);
  const known = expected === nobody ? undefined : drawn.get(expected);
  if (known && sameSources(known.sources, sources)) return known.roll;
  const unchanged = known ? unchangedLine(known.sources, sources, state, sitting, room) : () => false;
  const lines = expected.map((each, at) => {
    const before = known?.lines[at];
    return before && unchanged(before) ? before : listedLine(state, sitting, room, each);
  });
  const roll = lines.filter((line) => !line.struckOff || line.attendance.kind !== 'unknown');
  const others = offTheList(state, held, room);
  if (others.length > 0) roll.push(...others);
  if (others.length > 0) roll.sort((a, b) => a.table - b.table);
  const same = known?.roll.length === roll.length && known.roll.every((line, at) => line === roll[at]);
  drawn.set(expected, { sources, lines, roll: same ? known.roll : roll });
  return same ? known.roll : roll;
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

const nobody: readonly Expected[] = [];

interface Drawn {
  readonly sources: RollSources;
  /** One line per expected candidate, those who are left out of the roll included. */
  readonly lines: readonly RollLine[];
  readonly roll: readonly RollLine[];
}

/** Remembers the last roll per list of expected candidates. */
const drawn = new WeakMap<readonly Expected[], Drawn>();
