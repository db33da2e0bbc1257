import type { RoomId, SittingId } from '../../kernel/ids';
import { elapsed, type Instant } from '../../kernel/instant';
import { contradictionsIn } from '../contests/contradictions';
import { contestsIn } from '../contests/place';
import { compareText } from '../people/names';
import { type CentreState, fact, facts } from '../state';
import { extraMinutesPerHour } from '../timing/ends';
import { awaitingByRoom } from './awaiting';
import { roomNameOf } from './contested';
import { expectedAt } from './expected';
import { isListUnheld } from './heldLists';
import type { Room } from './kinds';
import { phaseFrom, type RoomPhase } from './phase';
import { currentExit, isComposing, type RollLine, rollOf } from './roll';
import { type Tally, tallyOf } from './tally';

/** What a head sees of one room at a glance. */
export interface RoomCard {
  readonly room: RoomId;
  readonly name: string;
  readonly building: string | null;
  readonly tally: Tally;
  readonly phase: RoomPhase;
  /** Candidates out for a while, and incidents recorded. */
  readonly exits: number;
  readonly incidents: number;
  /** Facts of the room that were said in several ways, and contradictions. */
  readonly contested: number;
  /** Composing with extra time. */
  readonly extraTime: number;
  /** How many things of this room wait for the head: as many cards as their queue has. */
  readonly awaiting: number;
  /** The last individual end while they compose; null before and after. */
  readonly endsAt: Instant | null;
  /** Milliseconds until `endsAt`, never below 0; null when there is none. */
  readonly timeLeft: number | null;
}

/**
 * The cards of every room where someone is expected at a sitting, in order of name; rooms whose list this machine does
 * not hold have none (`roomsUnheld`).
 */
export function boardOf(state: CentreState, sitting: SittingId, now: Instant): readonly RoomCard[] {
  const rooms = new Set<RoomId>(expectedAt(state, sitting).keys());
  for (const person of facts(state, 'provisional', sitting).values()) rooms.add(person.room);
  const incidents = incidentsByRoom(state, sitting);
  const awaiting = awaitingByRoom(state, sitting);
  return [...rooms]
    .filter((id) => !isListUnheld(state, sitting, id))
    .map((id) =>
      cardOf(state, sitting, id, { incidents: incidents.get(id) ?? 0, awaiting: awaiting.get(id) ?? 0 }, now),
    )
    .filter((card) => card.tally.expected > 0)
    .sort((a, b) => compareText(a.name, b.name));
}

/** A sitting's totals. A contested fact is in no other number, so that a total never hides it. */
export interface Totals extends Tally {
  readonly rooms: number;
  readonly closed: number;
  readonly exits: number;
  readonly incidents: number;
  readonly extraTime: number;
  readonly awaiting: number;
}

export function totalsOf(board: readonly RoomCard[]): Totals {
  const sum = (count: (card: RoomCard) => number) => board.reduce((total, card) => total + count(card), 0);
  return {
    rooms: board.length,
    closed: sum((card) => (card.phase.kind === 'closed' ? 1 : 0)),
    expected: sum((card) => card.tally.expected),
    present: sum((card) => card.tally.present),
    absent: sum((card) => card.tally.absent),
    unmarked: sum((card) => card.tally.unmarked),
    contested: sum((card) => card.tally.contested),
    exits: sum((card) => card.exits),
    incidents: sum((card) => card.incidents),
    extraTime: sum((card) => card.extraTime),
    awaiting: sum((card) => card.awaiting),
  };
}

function cardOf(
  state: CentreState,
  sitting: SittingId,
  id: RoomId,
  counted: Pick<RoomCard, 'incidents' | 'awaiting'>,
  now: Instant,
): RoomCard {
  const roll = rollOf(state, sitting, id);
  const phase = phaseFrom(state, sitting, id, roll);
  const room: Room | null = fact(state, 'rooms', 'session', id);
  const endsAt = phase.kind === 'composition' ? phase.lastEnd : null;
  const count = (counts: (line: RollLine) => boolean) => roll.reduce((n, line) => (counts(line) ? n + 1 : n), 0);
  return {
    room: id,
    name: roomNameOf(state, id),
    building: room?.building ?? null,
    tally: tallyOf(roll),
    phase,
    exits: count((line) => currentExit(line) !== null),
    ...counted,
    contested: contestsIn(state, sitting, id).length + contradictionsIn(state, sitting, id).length,
    extraTime: phase.kind === 'composition' ? count((line) => isComposing(line) && hasExtraTime(line)) : 0,
    endsAt,
    timeLeft: endsAt === null ? null : Math.max(0, elapsed(now, endsAt)),
  };
}

function hasExtraTime(line: RollLine): boolean {
  return line.accommodations.length > 0 && extraMinutesPerHour(line.accommodations) > 0;
}

function incidentsByRoom(state: CentreState, sitting: SittingId): ReadonlyMap<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const incident of facts(state, 'incidents', sitting).values()) {
    counts.set(incident.room, (counts.get(incident.room) ?? 0) + 1);
  }
  return counts;
}
