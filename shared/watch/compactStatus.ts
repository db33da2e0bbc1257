import { z } from 'zod';
import { sessionFacts } from '../exam/session/kinds';
import { day } from '../kernel/ids';
import { type Instant, instant, MINUTE } from '../kernel/instant';
import type { CentreStatus, SittingStatus } from './centreStatus';
import { figures, incidentsIn } from './figures';
import { type RoomStatus, stages } from './roomStatus';
import { sessionMark } from './sessionMark';

const count = z.int().min(0);

/** A room in the few figures that fit. `present` = `expected` − `absent` − `unmarked` − `contested`. */
export const compactRoom = z.object({
  /** Its name in capitals, letters, digits and dashes. */
  name: z.string().regex(/^[A-Z0-9-]{1,12}$/),
  stage: z.enum(stages),
  /** A paper that is due has not begun. */
  notStarted: z.boolean(),
  expected: count,
  absent: count,
  /** As `RoomStatus.delay`. */
  delay: z.int().nullable(),
  incidents: count,
  awaiting: count,
  unmarked: count,
  contested: count,
  provisional: count,
});
export type CompactRoom = z.infer<typeof compactRoom>;

export const compactSitting = z.object({
  start: instant.schema,
  /** The codes of its papers, and how many more there are. */
  papers: z.array(z.string().regex(/^[A-Z0-9-]{1,12}$/)),
  otherPapers: count,
  figures,
  rooms: z.array(compactRoom),
  /** Rooms that did not fit: they are in the figures, not in `rooms`. */
  otherRooms: count,
});
export type CompactSitting = z.infer<typeof compactSitting>;

/** A centre's status in the 2,000 bytes that pass by any path; it says what it had to leave out. */
export const compactStatus = z.object({
  at: instant.schema,
  centre: sessionFacts.shape.centre.shape.code,
  /** The session's mark. */
  session: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}$/),
  halfDay: z.object({ day: day.schema, half: z.enum(['morning', 'afternoon']) }).nullable(),
  unread: count,
  figures,
  sittings: z.array(compactSitting),
  /** Sittings of the half-day that did not fit: they are in the figures, not in `sittings`. */
  otherSittings: count,
});
export type CompactStatus = z.infer<typeof compactStatus>;

const MOST_PAPERS = 12;

/** The status in few figures, with all of its rooms: what fits of them is `compactText`'s to say. */
export function compactOf(status: CentreStatus): CompactStatus {
  return {
    at: toTheMinute(status.at),
    centre: status.centre.code,
    session: sessionMark(status.session.id),
    halfDay: status.halfDay,
    unread: status.unread,
    figures: status.figures,
    sittings: status.sittings.map(compactSittingOf),
    otherSittings: 0,
  };
}

function compactSittingOf({ start, papers, figures, rooms }: SittingStatus): CompactSitting {
  return {
    start: toTheMinute(start),
    papers: papers.slice(0, MOST_PAPERS).map(({ code, id }) => capitals(code) || capitals(id)),
    otherPapers: Math.max(0, papers.length - MOST_PAPERS),
    figures,
    rooms: rooms.map(compactRoomOf),
    otherRooms: 0,
  };
}

function compactRoomOf({
  name,
  room,
  stage,
  notStarted,
  candidates,
  delay,
  incidents,
  awaiting,
}: RoomStatus): CompactRoom {
  const { registered, provisional, absent, unmarked, contested } = candidates;
  return {
    name: capitals(name.replace(/^salle\s+/i, '')) || capitals(room),
    stage,
    notStarted,
    expected: registered + provisional,
    absent,
    delay,
    incidents: incidentsIn(incidents),
    awaiting: awaiting.total,
    unmarked,
    contested,
    provisional,
  };
}

/** A room that is worth a look before the others: something is late, waits or happened there. */
export function isEventful({ notStarted, delay, incidents, awaiting, contested, provisional }: CompactRoom): boolean {
  return notStarted || (delay ?? 0) > 0 || incidents + awaiting + contested + provisional > 0;
}

/** Capitals without accents, digits, and dashes for all else: twelve signs at most. */
function capitals(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .slice(0, 12)
    .replaceAll(/^-|-$/g, '');
}

function toTheMinute(moment: Instant): Instant {
  return instant.of(Math.floor(moment / MINUTE) * MINUTE);
}
