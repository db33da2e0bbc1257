import { z } from 'zod';
import { candidateId, day, personId, roomId, sessionId, sittingId } from '../../kernel/ids';
import { inRoom, kind, leadsRoom, office, publishes, write } from '../kind';

export const room = z.object({
  id: roomId.schema,
  name: z.string().min(1).max(40),
  building: z.string().max(60).nullable(),
  rows: z.int().min(1).max(40),
  columns: z.int().min(1).max(40),
  /** Tables that cannot be used. A table's number counts row by row from the board, left to right, from 1. */
  off: z.array(z.int().min(1).max(1600)).max(1600),
  /** Kept for candidates with extra time. */
  extraTime: z.boolean(),
});
export type Room = z.infer<typeof room>;

export const seat = z.object({ room: roomId.schema, table: z.int().min(1).max(1600) });
export type Seat = z.infer<typeof seat>;

export const roomCheckPoints = [
  'noDocuments',
  'noCommunication',
  'oneCandidatePerTable',
  'spacing',
  'scratchPaperColours',
  'nothingLeftBehind',
  'fraudNoticePosted',
  'boardWritten',
] as const;

export type RoomCheckPoint = (typeof roomCheckPoints)[number];

export const roomKinds = {
  'rooms.published': kind({
    kind: 'rooms.published',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: z.object({ rooms: z.array(room).min(1).max(100) }),
    writes: (_about, data) => data.rooms.map((each) => write('rooms', 'session', each.id, each)),
  }),
  'room.removed': kind({
    kind: 'room.removed',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ room: roomId.schema }),
    data: z.object({}),
    writes: (about) => [write('rooms', 'session', about.room, null)],
  }),
  /** The seats of one day, all at once or one move; the same seat serves all papers of the day. */
  'seats.assigned': kind({
    kind: 'seats.assigned',
    version: 1,
    channel: 'session',
    by: office,
    about: z.object({ day: day.schema }),
    data: z.object({
      seats: z
        .array(z.object({ candidate: candidateId.schema, seat: seat.nullable() }))
        .min(1)
        .max(400),
    }),
    writes: (about, data) => data.seats.map((each) => write('seats', about.day, each.candidate, each.seat)),
  }),
  'invigilators.assigned': kind({
    kind: 'invigilators.assigned',
    version: 1,
    channel: 'rooms',
    by: [...leadsRoom, ...office],
    about: z.object({ sitting: sittingId.schema, room: roomId.schema }),
    data: z.object({ lead: personId.schema, others: z.array(personId.schema).max(12) }),
    writes: (about, data) => [write('teams', about.sitting, about.room, data)],
  }),
  'room.checked': kind({
    kind: 'room.checked',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema }),
    data: z.object({ points: z.array(z.enum(roomCheckPoints)), remark: z.string().max(1000) }),
    writes: (about, data) => [write('roomChecks', about.sitting, about.room, data)],
  }),
};
