import { z } from 'zod';
import { type Message, messagesOf, readForCentre } from '../exam/messages/messages';
import { roomsConcerned } from '../exam/messages/rooms';
import { displayName } from '../exam/people/names';
import type { CentreState } from '../exam/state';
import { fact } from '../exam/state';
import { day, messageId, type PersonId, sessionId } from '../kernel/ids';
import { type Instant, instant, MINUTE } from '../kernel/instant';
import { type CentreStatus, centreStatusOf } from './centreStatus';
import { type Figures, figures } from './figures';

/** Rooms of one start that had not begun when this was told. */
const pendingRooms = z.object({ start: instant.schema, rooms: z.int().min(1) });

/** A message of headquarters in a centre: who read it there as it stands. */
const messageLine = z.object({
  message: messageId.schema,
  /** Who read it first for the centre, and when; null: nobody yet. */
  read: z.object({ at: instant.schema, by: z.string() }).nullable(),
  /** The rooms it concerns, at each of their sittings, and in how many of them it was read. */
  rooms: z.object({ read: z.int().min(0), concerned: z.int().min(0) }),
});
export type MessageLine = z.infer<typeof messageLine>;

/** A centre as one line of the vigie: who it is and its half-day in figures, without its rooms. */
export const centreLine = z.object({
  name: z.string(),
  town: z.string(),
  authority: z.string(),
  session: z.object({ id: sessionId.schema, name: z.string(), zone: z.string(), demonstration: z.boolean() }),
  halfDay: z.object({ day: day.schema, half: z.enum(['morning', 'afternoon']) }).nullable(),
  /** The first start and the last planned end of the half-day. */
  start: instant.schema.nullable(),
  lastEnd: instant.schema.nullable(),
  /** As they were when this was told; `figuresAt` gives them at another moment. */
  figures,
  pending: z.array(pendingRooms),
  messages: z.array(messageLine),
  /** Entries that headquarters' program is too old to read: the figures do not know of them. */
  unread: z.int().min(0),
});
export type CentreLine = z.infer<typeof centreLine>;

/** The line of a centre; null until its session is published. */
export function centreLineOf(state: CentreState, now: Instant): CentreLine | null {
  const status = centreStatusOf(state, now);
  if (!status) return null;
  const { session, centre, sittings } = status;
  return {
    name: centre.name,
    town: centre.town,
    authority: fact(state, 'session', 'session', 'session')?.authority ?? '',
    session: { id: session.id, name: session.name, zone: session.zone, demonstration: session.demonstration },
    halfDay: status.halfDay,
    start: sittings[0]?.start ?? null,
    lastEnd: sittings.reduce<Instant | null>(
      (last, { lastEnd }) => (last === null || lastEnd > last ? lastEnd : last),
      null,
    ),
    figures: { ...status.figures, delay: delayOfBegun(status), rooms: { ...status.figures.rooms, notStarted: 0 } },
    pending: pendingIn(status),
    messages: messagesOf(state).map((each) => messageLineOf(state, each)),
    unread: status.unread,
  };
}

/** The figures of a line at another moment: rooms that have not begun grow later by themselves. */
export function figuresAt({ figures: told, pending }: CentreLine, now: Instant): Figures {
  const due = pending.flatMap(({ start, rooms }) =>
    start <= now ? [{ late: Math.floor((now - start) / MINUTE), rooms }] : [],
  );
  if (due.length === 0) return told;
  const late = Math.max(...due.map((each) => each.late));
  return {
    ...told,
    delay: Math.max(told.delay ?? late, late),
    rooms: { ...told.rooms, notStarted: due.reduce((sum, each) => sum + (each.late > 0 ? each.rooms : 0), 0) },
  };
}

function messageLineOf(state: CentreState, message: Message): MessageLine {
  const [first] = readForCentre(message);
  const rooms = roomsConcerned(state, message);
  return {
    message: message.id,
    read: first ? { at: first.at, by: nameOf(state, first.person) } : null,
    rooms: { read: rooms.filter(({ reading }) => reading !== null).length, concerned: rooms.length },
  };
}

function nameOf(state: CentreState, person: PersonId): string {
  const known = fact(state, 'staff', 'session', person);
  return known ? displayName(known) : person;
}

const isPending = ({ stage, phase }: CentreStatus['sittings'][number]['rooms'][number]) =>
  phase !== 'empty' && (stage === 'waiting' || stage === 'open');

function pendingIn({ sittings }: CentreStatus): CentreLine['pending'] {
  return sittings.flatMap(({ start, rooms }) => {
    const waiting = rooms.filter(isPending).length;
    return waiting > 0 ? [{ start, rooms: waiting }] : [];
  });
}

function delayOfBegun({ sittings }: CentreStatus): number | null {
  const delays = sittings.flatMap(({ rooms }) =>
    rooms.flatMap((room) => (isPending(room) || room.delay === null ? [] : [room.delay])),
  );
  return delays.length > 0 ? Math.max(...delays) : null;
}
