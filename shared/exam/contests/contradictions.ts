import type { CandidateId, EntryId, PaperId, RoomId, SittingId } from '../../kernel/ids';
import { compareText, foldText } from '../people/names';
import { expectedAt } from '../rooms/expected';
import { isAbsent, isPresent, papersInRoom, type RollLine, rollOf } from '../rooms/roll';
import { arrivedLate } from '../scripts/late';
import { countOf, countsAgree, expectedPack, keptDiffering } from '../scripts/packing';
import { type TimedSitting, timedSittings } from '../session/today';
import { type Aspect, type CentreState, fact, facts } from '../state';
import { composedBy, type Did } from './composing';
import { aspects } from './handling';

/** Facts that cannot all be true, although each has a register of its own: nothing decides by itself which one is wrong. */
export type Contradiction = Somewhere & Clash;

interface Somewhere {
  readonly sitting: SittingId;
  /** Where it is mended. */
  readonly room: RoomId;
}

type Clash =
  /** Noted in one room, and something of them noted in another. */
  | { readonly kind: 'two-rooms'; readonly candidate: CandidateId; readonly other: RoomId }
  /** Present on the list, and admitted off the list under another number. */
  | { readonly kind: 'same-person'; readonly candidate: CandidateId; readonly as: CandidateId; readonly other: RoomId }
  /** Absent by the roll, and yet gone out, or gone for good with a script given back. */
  | { readonly kind: 'absent-composed'; readonly candidate: CandidateId; readonly did: Did }
  /** Two who are present at one table. */
  | { readonly kind: 'one-table'; readonly candidate: CandidateId; readonly with: CandidateId; readonly table: number }
  /** scripts counted that the roll does not account for, as for an absentee. */
  | {
      readonly kind: 'count-differs';
      readonly paper: PaperId;
      readonly present: number;
      readonly absent: number;
      readonly scripts: number;
      readonly absentSheets: number;
    }
  /** said of a room whose report is closed, and not stated in it. */
  | { readonly kind: 'after-closing'; readonly entries: readonly EntryId[] };

/** Every contradiction, in order of sitting and room. */
export function contradictionsOf(state: CentreState): readonly Contradiction[] {
  return timedSittings(state).flatMap((sitting) => contradictionsAt(state, sitting));
}

/** Those of one room at a sitting, and of candidates of other rooms of whom something was noted in it. */
export function contradictionsTouching(state: CentreState, sitting: SittingId, room: RoomId): readonly Contradiction[] {
  return [...contradictionsIn(state, sitting, room), ...guests(state, sitting, room)];
}

function contradictionsAt(state: CentreState, timed: TimedSitting): readonly Contradiction[] {
  const said = aspects.map((aspect) => state.shelves.get<Aspect>(aspect)?.get(timed.id));
  if (said.every((each) => each === undefined)) return none;
  const sources = [...said, expectedAt(state, timed.id), state.withdrawn];
  const known = answers.get(timed);
  if (known?.sources.every((source, at) => source === sources[at])) return known.found;
  const rooms = new Set(expectedAt(state, timed.id).keys());
  for (const person of facts(state, 'provisional', timed.id).values()) rooms.add(person.room);
  const found = [...rooms].sort(compareText).flatMap((room) => contradictionsIn(state, timed.id, room));
  answers.set(timed, { sources, found });
  return found;
}

/** Those that are mended in one room. */
export function contradictionsIn(state: CentreState, sitting: SittingId, room: RoomId): readonly Contradiction[] {
  const roll = rollOf(state, sitting, room);
  const here = { sitting, room };
  const late = arrivedLate(state, sitting, room);
  const found: Contradiction[] = ofLines(state, sitting, roll).map((clash) => ({ ...here, ...clash }));
  for (const line of roll) {
    for (const clash of samePerson(state, sitting, line)) found.push({ ...here, ...clash });
  }
  for (const clash of countsIn(state, here, roll)) found.push({ ...here, ...clash });
  if (late.length > 0) found.push({ ...here, kind: 'after-closing', entries: late });
  return found;
}

/** What the lines of a roll contradict by themselves; the same as long as the roll is. */
function ofLines(state: CentreState, sitting: SittingId, roll: readonly RollLine[]): readonly Clash[] {
  const known = clashesByRoll.get(roll);
  if (known) return known;
  const clashes = [
    ...roll.flatMap((line): readonly Clash[] => [
      ...elsewhere(state, sitting, line).map((other) => ({ kind: 'two-rooms' as const, candidate: line.id, other })),
      ...composed(line),
    ]),
    ...sharedTables(roll),
  ];
  clashesByRoll.set(roll, clashes);
  return clashes;
}

function countsIn(state: CentreState, here: Somewhere, roll: readonly RollLine[]): readonly Clash[] {
  const { sitting, room } = here;
  if (!state.shelves.get('scriptCounts')?.get(sitting)) return [];
  return papersInRoom(roll).flatMap((paper): readonly Clash[] => {
    const count = countOf(state, sitting, room, paper.id);
    const pack = expectedPack(state, sitting, room, paper.id);
    if (!count || pack.open > 0 || countsAgree(count, pack) || keptDiffering(state, here, count, pack)) return [];
    const { present, absent } = pack;
    const scripts = count.scripts + count.blank;
    return [{ kind: 'count-differs', paper: paper.id, present, absent, scripts, absentSheets: count.absentSheets }];
  });
}

/** Candidates whom another room's roll has, and of whom this one noted something. */
function guests(state: CentreState, sitting: SittingId, room: RoomId): readonly Contradiction[] {
  const noted = new Set<string>();
  for (const aspect of ['identity', 'latecomers', 'departures'] as const) {
    for (const [key, register] of state.shelves.get(aspect)?.get(sitting) ?? []) {
      if (register.some(({ value }) => value.room === room)) noted.add(key);
    }
  }
  for (const register of state.shelves.get('exits')?.get(sitting)?.values() ?? []) {
    for (const { value } of register) if (value.room === room) noted.add(value.candidate);
  }
  const there = new Set<RoomId>();
  for (const key of noted) {
    const said = fact(state, 'attendance', sitting, key);
    if (said && said.room !== room) there.add(said.room);
  }
  return [...there]
    .sort(compareText)
    .flatMap((each) => contradictionsIn(state, sitting, each))
    .filter((each) => 'other' in each && each.other === room);
}

/** The rooms other than where the roll has them in which something was noted of a candidate. */
function elsewhere(state: CentreState, sitting: SittingId, line: RollLine): readonly RoomId[] {
  const said = line.attendance;
  if (said.kind !== 'known' && said.kind !== 'corroborated') return [];
  const noted = (['identity', 'latecomers', 'departures'] as const).flatMap(
    (aspect) => fact(state, aspect, sitting, line.id)?.room ?? [],
  );
  const wentOut = line.exits.flatMap(({ id }) => fact(state, 'exits', sitting, id)?.room ?? []);
  return [...new Set([...noted, ...wentOut])].filter((room) => room !== said.value.room).sort(compareText);
}

function composed(line: RollLine): readonly Clash[] {
  const did = isAbsent(line) ? composedBy(line) : null;
  return did ? [{ kind: 'absent-composed', candidate: line.id, did }] : [];
}

/** Whoever composes off the list under the names and birth date of somebody who is noted present on it. */
function samePerson(state: CentreState, sitting: SittingId, line: RollLine): readonly Clash[] {
  if (!line.provisional || line.birthDate === null) return [];
  const names = foldText(`${line.familyName} ${line.givenNames}`);
  for (const [room, expected] of expectedAt(state, sitting)) {
    for (const { candidate } of expected) {
      if (!candidate) continue;
      const family = [candidate.familyName, candidate.usageName ?? candidate.familyName];
      const same = family.some((each) => foldText(`${each} ${candidate.givenNames}`) === names);
      if (!same || candidate.birthDate !== line.birthDate || candidate.id === line.id) continue;
      const present = rollOf(state, sitting, room).some((each) => each.id === candidate.id && isPresent(each));
      if (present) return [{ kind: 'same-person', candidate: candidate.id, as: line.id, other: room }];
    }
  }
  return [];
}

function sharedTables(roll: readonly RollLine[]): readonly Clash[] {
  const byTable = new Map<number, CandidateId>();
  return roll.filter(isPresent).flatMap((line): readonly Clash[] => {
    const first = byTable.get(line.table);
    if (first === undefined) byTable.set(line.table, line.id);
    return first === undefined ? [] : [{ kind: 'one-table', candidate: line.id, with: first, table: line.table }];
  });
}

const none: readonly Contradiction[] = [];

const clashesByRoll = new WeakMap<readonly RollLine[], readonly Clash[]>();

/** A sitting of which nothing changed keeps its answer. */
const answers = new WeakMap<
  TimedSitting,
  { readonly sources: readonly unknown[]; readonly found: readonly Contradiction[] }
>();
