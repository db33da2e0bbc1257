import { z } from 'zod';
import { paper } from '../exam/papers/kinds';
import { compareText } from '../exam/people/names';
import { type Awaiting, awaitingHead } from '../exam/rooms/awaiting';
import { expectedAt } from '../exam/rooms/expected';
import { roomsUnheld } from '../exam/rooms/heldLists';
import { sessionFacts } from '../exam/session/kinds';
import { currentSitting, type HalfDay, halfDays, type TimedSitting, zoneOf } from '../exam/session/today';
import { type CentreState, fact, facts } from '../exam/state';
import { day, type RoomId, sittingId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { figures, noFigures, together } from './figures';
import { type Counted, figuresOf, roomStatus, roomStatusOf } from './roomStatus';

const { name, year, zone, demonstration, id, centre } = sessionFacts.shape;

/** A sitting from above: its papers, its rooms in order of name, and all of them in figures. */
export const sittingStatus = z.object({
  sitting: sittingId.schema,
  papers: z.array(paper.pick({ id: true, diploma: true, code: true, title: true })),
  /** The hour on the summons, and the last planned end, the longest extra time included. */
  start: instant.schema,
  lastEnd: instant.schema,
  figures,
  rooms: z.array(roomStatus),
});
export type SittingStatus = z.infer<typeof sittingStatus>;

/** What a centre looks like from above at a moment: no name of a candidate, no text of an incident. */
export const centreStatus = z.object({
  /** The moment that `centreStatusOf` was asked about. */
  at: instant.schema,
  session: z.object({ id, name, year, zone, demonstration }),
  centre,
  /** The half-day under way, else the next one, else the last; null while the session has no sitting. */
  halfDay: z.object({ day: day.schema, half: z.enum(['morning', 'afternoon']) }).nullable(),
  /** The sittings of that half-day in order of start. */
  sittings: z.array(sittingStatus),
  /** All sittings of the half-day together. */
  figures,
  /** Entries that this program is too old to read: the figures do not know of them. */
  unread: z.int().min(0),
});
export type CentreStatus = z.infer<typeof centreStatus>;

/** The status of a centre at `now`; null until its session is published. */
export function centreStatusOf(state: CentreState, now: Instant): CentreStatus | null {
  const session = fact(state, 'session', 'session', 'session');
  if (!session) return null;
  const half = halfDayAt(state, now);
  const awaiting = awaitingHead(state, now);
  const sittings = (half?.sittings ?? []).map((sitting) => sittingStatusOf(state, sitting, awaiting, now));
  const { id, name, year, demonstration, centre } = session;
  return {
    at: now,
    session: { id, name, year, zone: zoneOf(state), demonstration },
    centre,
    halfDay: half && { day: half.day, half: half.half },
    sittings,
    figures: together(sittings.map((each) => each.figures)),
    unread: state.unread.size,
  };
}

function halfDayAt(state: CentreState, now: Instant): HalfDay | null {
  const current = currentSitting(state, now);
  return halfDays(state).find(({ sittings }) => sittings.some(({ id }) => id === current?.id)) ?? null;
}

/** What a sitting looks like from above; `awaiting`: what waits for the head of the whole centre. */
export function sittingStatusOf(
  state: CentreState,
  sitting: TimedSitting,
  awaiting: readonly Awaiting[],
  now: Instant,
): SittingStatus {
  const counted = countedByRoom(state, sitting, awaiting);
  const rooms = [...counted]
    .map(([room, counts]) => roomStatusOf(state, sitting, room, counts, now))
    .sort((a, b) => compareText(a.name, b.name) || (a.room < b.room ? -1 : 1));
  return {
    sitting: sitting.id,
    papers: sitting.sitting.papers.flatMap((paper) => {
      const known = fact(state, 'papers', 'session', paper);
      return known ? [{ id: known.id, diploma: known.diploma, code: known.code, title: known.title }] : [];
    }),
    start: sitting.start,
    lastEnd: sitting.lastEnd,
    figures: together(rooms.map(figuresOf)),
    rooms,
  };
}

/**
 * Every room where somebody is expected, something happened or something waits, and what is counted there; without those
 * whose list this machine does not hold, of which it has no figures.
 */
function countedByRoom(
  state: CentreState,
  { id: sitting }: TimedSitting,
  awaiting: readonly Awaiting[],
): ReadonlyMap<RoomId, Counted> {
  const rooms = new Map<RoomId, Counted>();
  const at = (room: RoomId): Counted =>
    rooms.get(room) ?? { incidents: noFigures.incidents, awaiting: noFigures.awaiting };
  for (const room of expectedAt(state, sitting).keys()) rooms.set(room, at(room));
  for (const { room } of facts(state, 'provisional', sitting).values()) rooms.set(room, at(room));
  for (const { room, category } of facts(state, 'incidents', sitting).values()) {
    const { incidents, ...others } = at(room);
    rooms.set(room, { ...others, incidents: { ...incidents, [category]: incidents[category] + 1 } });
  }
  for (const each of awaiting) {
    if (each.sitting !== sitting) continue;
    const { awaiting: before, ...others } = at(each.room);
    const overdue = before.overdue + (each.overdue ? 1 : 0);
    rooms.set(each.room, { ...others, awaiting: { total: before.total + 1, overdue } });
  }
  for (const room of roomsUnheld(state, sitting)) rooms.delete(room);
  return rooms;
}
