import type { EntryId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import { elapsed, type Instant, minutes } from '../../kernel/instant';
import { centreHour, type HybridTime, type Statement } from '../../kernel/statement';
import { type CentreState, fact } from '../state';
import { type Decided, decidedBy } from './decided';
import { isPreparing } from './decisive';
import { type Gathered, isBefore } from './gathering';
import type { Matter } from './matters';
import { type Sighting, sightingsOf } from './sightings';

/** What somebody decided that a room acts on, and what became of it there. */
export interface Decision {
  /** The entry that the room says it has seen: the decision, or what takes it back. */
  readonly entry: EntryId;
  readonly sitting: SittingId;
  readonly room: RoomId;
  /** Never empty. */
  readonly matters: readonly Matter[];
  /** The room had seen it, and it does not count any more: what stood before it stands again. */
  readonly takenBack: boolean;
  readonly by: PersonId;
  readonly role: string;
  /** In the centre's time, as far as its writer knew it. */
  readonly at: Instant;
  /** Null until somebody in the room has seen it. */
  readonly seen: Sighting | null;
  /** Nobody saw it before the room's report was closed: it is too late to. */
  readonly over: boolean;
}

/** A decision that no room has seen for so long is told to the head, in milliseconds. */
const UNSEEN_AFTER = minutes(2);

/**
 * What was decided for rooms and stands, and what they had seen and was taken back; the latest first, in the same order on
 * every machine. What is decided in several ways is left out: it waits for a head as what is contested does.
 * @param saidIn the rooms of the machine on which an entry was said: they need not be told
 */
export function decisionsOf(
  state: CentreState,
  gathered: Gathered,
  saidIn: (statement: Statement) => readonly RoomId[],
): readonly Decision[] {
  return gathered.decisive
    .flatMap((statement) => ofStatement(state, statement, gathered, saidIn(statement)))
    .sort((a, b) => b.at - a.at || (`${a.entry} ${a.room}` < `${b.entry} ${b.room}` ? -1 : 1));
}

/** Whether a decision waits in its room, however long already. */
export function isAwaited({ seen, over }: Decision): boolean {
  return seen === null && !over;
}

/** Those that wait in their room for two minutes or more: the head had better call. */
export function longUnseen(decisions: readonly Decision[], now: Instant): readonly Decision[] {
  return decisions.filter((each) => isAwaited(each) && elapsed(each.at, now) >= UNSEEN_AFTER);
}

function ofStatement(
  state: CentreState,
  statement: Statement,
  { takings, begun, earliest }: Gathered,
  ownRooms: readonly RoomId[],
): readonly Decision[] {
  const { id, kind, at: when } = statement;
  if (isPreparing(kind) && !isLater(when, earliest)) return [];
  const withdrawal = state.withdrawn.get(id);
  const told = withdrawal ? (takings.get(withdrawal.by) ?? null) : statement;
  if (!told) return [];
  const concerned = decidedBy(state, id).filter(
    (each) =>
      !ownRooms.includes(each.room) && (!each.atWork || isLater(when, begun.get(`${each.sitting}|${each.room}`))),
  );
  return byPlace(concerned).flatMap((here) => {
    const [{ sitting, room }] = here;
    const sightings = sightingsOf(state, sitting, room);
    const matters = here.filter(({ stands }) => withdrawal || stands).map(({ matter }) => matter);
    if (matters.length === 0 || (withdrawal && !sightings.has(id))) return [];
    const seen = sightings.get(told.id) ?? null;
    const { by, at } = told;
    return {
      entry: told.id,
      sitting,
      room,
      matters,
      takenBack: withdrawal !== undefined,
      by: by.person,
      role: by.role,
      at: centreHour(at),
      seen,
      over: seen === null && fact(state, 'reports', sitting, room) !== null,
    };
  });
}

function byPlace(concerned: readonly Decided[]): readonly (readonly [Decided, ...Decided[]])[] {
  const places = new Map<string, [Decided, ...Decided[]]>();
  for (const each of concerned) {
    const name = `${each.sitting}|${each.room}`;
    const known = places.get(name);
    if (known) known.push(each);
    else places.set(name, [each]);
  }
  return [...places.values()];
}

function isLater({ logical }: HybridTime, begun: HybridTime['logical'] | undefined): boolean {
  return begun !== undefined && isBefore(begun, logical);
}
