import { z } from 'zod';
import { candidateId, type PaperId, paperId, type RoomId, roomId, sittingId } from '../../kernel/ids';
import { instant } from '../../kernel/instant';
import { inRoom, kind, leadsRoom, write } from '../kind';

const inThisRoom = z.object({ sitting: sittingId.schema, room: roomId.schema });

/** A register's key inside a sitting for what belongs to one paper in one room. */
export function inRoomOfPaper(room: string, paper: string): string {
  return `${room}|${paper}`;
}

/** The room and the paper that such a key names; null when it is not one. */
export function roomAndPaper(key: string): { readonly room: RoomId; readonly paper: PaperId } | null {
  const [rawRoom, rawPaper] = key.split('|');
  const room = roomId.parse(rawRoom);
  const paper = paperId.parse(rawPaper);
  return room.ok && paper.ok ? { room: room.value, paper: paper.value } : null;
}

export const timingKinds = {
  /** The notice to candidates was read aloud. */
  'notice.read': kind({
    kind: 'notice.read',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: inThisRoom,
    data: z.object({}),
    writes: (about) => [write('noticesRead', about.sitting, about.room, { read: true })],
  }),
  /** The envelope against the calendar, then a spot check of what is in it. */
  'envelope.checked': kind({
    kind: 'envelope.checked',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, paper: paperId.schema }),
    data: z.object({
      sealed: z.boolean(),
      labelMatches: z.boolean(),
      subjectMatches: z.boolean(),
      remark: z.string().max(500),
    }),
    writes: (about, data) => [write('envelopes', about.sitting, inRoomOfPaper(about.room, about.paper), data)],
  }),
  /** Starts the clock of the papers named: `boardStart` is t0, the start written on the board. */
  'subjects.distributed': kind({
    kind: 'subjects.distributed',
    version: 1,
    channel: 'rooms',
    by: leadsRoom,
    about: inThisRoom,
    data: z.object({
      papers: z.array(paperId.schema).min(1).max(20),
      boardStart: instant.schema,
      distributedAt: instant.schema,
    }),
    writes: (about, data) =>
      data.papers.map((each) =>
        write('starts', about.sitting, inRoomOfPaper(about.room, each), {
          boardStart: data.boardStart,
          distributedAt: data.distributedAt,
        }),
      ),
  }),
  /** the start on the board was wrong, or the paper begins later; every end that follows from it moves. */
  'start.corrected': kind({
    kind: 'start.corrected',
    version: 1,
    channel: 'rooms',
    by: leadsRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, paper: paperId.schema }),
    data: z.object({
      boardStart: instant.schema,
      /** The start that stood, as whoever corrects it saw it. */
      instead: instant.schema,
      /** When the subjects were given out: stays what it was. */
      distributedAt: instant.schema,
      reason: z.string().min(1).max(500),
    }),
    writes: ({ sitting, room, paper }, { boardStart, instead, distributedAt, reason }, id) => [
      write('starts', sitting, inRoomOfPaper(room, paper), { boardStart, distributedAt }),
      write('startCorrections', sitting, id, { room, paper, boardStart, instead, reason }),
    ],
  }),
  /** The end was announced and every script of the paper collected. */
  'paper.ended': kind({
    kind: 'paper.ended',
    version: 1,
    channel: 'rooms',
    by: leadsRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, paper: paperId.schema }),
    data: z.object({ at: instant.schema }),
    writes: (about, data) => [write('ends', about.sitting, inRoomOfPaper(about.room, about.paper), data)],
  }),
  /** A candidate with extra time, or one who leaves early, gives the script back and goes for good. */
  'candidate.left': kind({
    kind: 'candidate.left',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, candidate: candidateId.schema }),
    data: z.object({ at: instant.schema, headerFilled: z.boolean(), signed: z.boolean() }),
    writes: (about, data) => [write('departures', about.sitting, about.candidate, { ...data, room: about.room })],
  }),
};
