import { candidateId, type EntryId, personId, type RoomId, roomId, type SittingId, sittingId } from '../../kernel/ids';
import { elapsed, minutes } from '../../kernel/instant';
import { heads } from '../../kernel/register';
import type { CommandOf } from '../catalogue';
import { versionsOf } from '../contests/contests';
import { maySettle } from '../contests/settling';
import type { Occasion } from '../guard';
import { anyHead } from '../kind';
import { paperKept, sittingKept } from '../papers/calendar';
import { type Refusal, refusal } from '../refusal';
import { unknown } from '../rooms/conditions';
import { expectedAt } from '../rooms/expected';
import { type Aspect, type CentreState, fact, facts } from '../state';
import { roomAndPaper } from '../timing/kinds';
import { accessOfPerson, headStays } from './access';
import { mayTakeBack } from './takingBack';
import { type WroteTo, writtenBy } from './written';

/** What the office settles after the room's report, and never changes it. */
const afterTheReport: ReadonlySet<Aspect> = new Set<Aspect>(['identitySettled', 'provisionalSettled']);

/**
 * Undo. Once only; by those whose it is to say; an invigilator assigned to a room takes back nothing of another; what a
 * closed report states is reopened first; a closed report is reopened, not taken back; what recorded facts rest on
 * stays; a start that candidates compose by is a head's to change.
 */
export function withdrawal({ about }: CommandOf<'entry.withdrawn'>, { state, actor, now }: Occasion): Refusal | null {
  const { entry } = about;
  if (state.withdrawn.has(entry)) return refusal('house', { kind: 'already-withdrawn', entry });
  const wrote = writtenBy(state, entry);
  if (wrote.length === 0) return unknown('entry');
  if (!mayTakeBack(wrote, { role: actor.role, channel: null })) return refusal('house', { kind: 'not-yours' });
  if (othersVersion(state, entry, wrote, actor)) return refusal('house', { kind: 'head-settles' });
  for (const place of placesOf(state, wrote)) {
    const report = fact(state, 'reports', place.sitting, place.room);
    if (report) return refusal('R-112', { kind: 'report-closed', closedAt: report.at });
    if (ofAnotherRoom(state, place, actor)) return refusal('house', { kind: 'not-yours' });
  }
  const needed = onTheBoard(entry, wrote, { state, actor, now }) ?? stillNeeded(state, entry, wrote);
  if (needed) return needed;
  const stands = wrote.some(({ aspect, scope, key }) =>
    heads<unknown>(state.shelves.get<Aspect>(aspect)?.get(scope)?.get(key), state.withdrawn).some(
      (head) => head.id === entry,
    ),
  );
  return stands ? null : refusal('house', { kind: 'nothing-new' });
}

/** One version of what was said in several ways, by somebody else: taking it back would settle the matter. */
function othersVersion(
  state: CentreState,
  entry: EntryId,
  wrote: readonly WroteTo[],
  actor: Occasion['actor'],
): boolean {
  if (anyHead.some((role) => role === actor.role)) return false;
  return wrote.some(({ aspect, scope, key }) => {
    if (maySettle({ kind: 'entry.withdrawn' }, aspect, actor.role)) return false;
    const standing = versionsOf(state, aspect, scope, key).flatMap(({ words }) => words);
    const contested = versionsOf(state, aspect, scope, key).length > 1;
    return contested && standing.some((word) => word.entry === entry && word.by !== actor.person);
  });
}

/**
 * a slip of the finger on « sujets distribués » is its lead's to take back for two minutes, as long as nobody was
 * late, out or gone since; after that the candidates compose by that start, and only a head changes it.
 */
function onTheBoard(
  entry: EntryId,
  wrote: readonly WroteTo[],
  { state, actor, now }: Pick<Occasion, 'state' | 'actor' | 'now'>,
): Refusal | null {
  if (anyHead.some((role) => role === actor.role)) return null;
  for (const { aspect, scope, key } of wrote) {
    if (aspect !== 'starts') continue;
    const start = state.shelves
      .get('starts')
      ?.get(scope)
      ?.get(key)
      ?.find(({ id }) => id === entry)?.value;
    const room = roomAndPaper(key)?.room;
    if (!start || !room) continue;
    if (elapsed(start.distributedAt, now) <= slip && !beganIn(state, scope, room)) continue;
    return refusal('A-84', { kind: 'start-on-the-board', boardStart: start.boardStart });
  }
  return null;
}

const slip = minutes(2);

/** Whether anything was said of a room at a sitting that only happens once its subjects are given out. */
function beganIn(state: CentreState, sitting: string, room: RoomId): boolean {
  const aspects = ['latecomers', 'exits', 'departures'] as const;
  return (
    aspects.some((aspect) => [...facts(state, aspect, sitting).values()].some((said) => said.room === room)) ||
    [...facts(state, 'ends', sitting).keys()].some((key) => roomAndPaper(key)?.room === room)
  );
}

/** A sitting, a paper or an access is not taken back either when it could not be removed. */
function stillNeeded(state: CentreState, entry: EntryId, wrote: readonly WroteTo[]): Refusal | null {
  const without: CentreState = { ...state, withdrawn: new Map(state.withdrawn).set(entry, { by: entry, reason: '' }) };
  for (const { aspect, key } of wrote) {
    if (aspect === 'sittings') {
      const before = fact(state, 'sittings', 'session', key);
      const refused = before && sittingKept(state, before.id, before, fact(without, 'sittings', 'session', key));
      if (refused) return refused;
    }
    if (aspect === 'papers') {
      const before = fact(state, 'papers', 'session', key);
      const refused = before && !fact(without, 'papers', 'session', key) ? paperKept(state, before.id) : null;
      if (refused) return refused;
    }
    const person = aspect === 'access' ? personId.parse(key) : null;
    const refused = person?.ok ? headStays(state, person.value, accessOfPerson(without, person.value)) : null;
    if (refused) return refused;
  }
  return null;
}

interface RoomAtSitting {
  readonly sitting: SittingId;
  readonly room: RoomId;
}

/** The rooms at a sitting of which an entry says something their report states. */
function placesOf(state: CentreState, wrote: readonly WroteTo[]): readonly RoomAtSitting[] {
  return wrote.flatMap((each) => {
    if (afterTheReport.has(each.aspect)) return [];
    const sitting = sittingId.parse(each.scope);
    if (!sitting.ok || !fact(state, 'sittings', 'session', sitting.value)) return [];
    const room = roomOf(state, sitting.value, each);
    return room ? { sitting: sitting.value, room } : [];
  });
}

/** The room that a register of a sitting belongs to: named by its key, by what it says, or by the candidate's seat. */
function roomOf(state: CentreState, sitting: SittingId, { aspect, key }: WroteTo): RoomId | null {
  const ofPaper = roomAndPaper(key);
  if (ofPaper) return ofPaper.room;
  const said = state.shelves.get<Aspect>(aspect)?.get(sitting)?.get(key)?.[0]?.value;
  if (typeof said === 'object' && said !== null && 'room' in said) return said.room;
  if (aspect === 'exitsEnded') return state.shelves.get('exits')?.get(sitting)?.get(key)?.[0]?.value.room ?? null;
  const room = roomId.parse(key);
  if (room.ok && fact(state, 'rooms', 'session', room.value)) return room.value;
  const candidate = candidateId.parse(key);
  for (const [where, expected] of candidate.ok ? expectedAt(state, sitting) : []) {
    if (expected.some((each) => each.id === key)) return where;
  }
  return null;
}

/** Someone whom this sitting assigns to other rooms only. */
function ofAnotherRoom(state: CentreState, { sitting, room }: RoomAtSitting, actor: Occasion['actor']): boolean {
  if (actor.role !== 'invigilator' && actor.role !== 'roomLeadInvigilator') return false;
  const assigned = [...(state.shelves.get('teams')?.get(sitting)?.keys() ?? [])].filter((key) => {
    const team = fact(state, 'teams', sitting, key);
    return team !== null && [team.lead, ...team.others].includes(actor.person);
  });
  return assigned.length > 0 && !assigned.includes(room);
}
