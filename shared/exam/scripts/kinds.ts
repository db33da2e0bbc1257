import { z } from 'zod';
import { entryId, paperId, personId, roomId, sittingId, streamId } from '../../kernel/ids';
import { instant } from '../../kernel/instant';
import { anyHead, inRoom, kind, leadsRoom, write } from '../kind';
import { inRoomOfPaper } from '../timing/kinds';

/** The pack of one paper in one room: present = scripts + blank, registered = present + absent. */
const scriptCount = z.object({
  /** Scripts on which something was written. */
  scripts: z.int().min(0).max(1600),
  blank: z.int().min(0).max(1600),
  /** Booklets headed for absentees and marked ABSENT. */
  absentSheets: z.int().min(0).max(1600),
  /** Of the scripts, those typed and slipped into a booklet. */
  typed: z.int().min(0).max(1600),
  /** What the roll said when a count that differs from it was kept, R-109 set aside with a reason. */
  against: z.object({ present: z.int().min(0).max(1600), absent: z.int().min(0).max(1600) }).exactOptional(),
});
export type ScriptCount = z.infer<typeof scriptCount>;

/** A drawn signature: strokes of points `[x, y, x, y, …]` in thousandths of the box's width. */
export const drawnSignature = z
  .array(z.array(z.int().min(-200).max(2000)).max(1200))
  .min(1)
  .max(60);
export type DrawnSignature = z.infer<typeof drawnSignature>;

export const scriptKinds = {
  'scripts.counted': kind({
    kind: 'scripts.counted',
    version: 1,
    channel: 'rooms',
    by: leadsRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, paper: paperId.schema }),
    data: scriptCount,
    writes: (about, data) => [write('scriptCounts', about.sitting, inRoomOfPaper(about.room, about.paper), data)],
  }),
  'report.signed': kind({
    kind: 'report.signed',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, signer: personId.schema }),
    data: z.object({ at: instant.schema, strokes: drawnSignature }),
    writes: (about, data) => [write('signatures', about.sitting, inRoomOfPaper(about.room, about.signer), data)],
  }),
  /** Closes the room report on what is known: the frontier it was made from and the hash of what it states. */
  'report.closed': kind({
    kind: 'report.closed',
    version: 1,
    channel: 'rooms',
    by: leadsRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema }),
    data: z.object({
      at: instant.schema,
      frontier: z.array(z.tuple([streamId.schema, z.int().min(1), entryId.schema])).max(500),
      statedHash: entryId.schema,
      /** The entries about the room that it states: the first ten digits of each id, in order, run together. */
      entries: z
        .string()
        .regex(/^([0-9a-f]{10})*$/)
        .max(50_000),
    }),
    writes: (about, data) => [write('reports', about.sitting, about.room, data)],
  }),
  /** The centre head opens a closed report again; closing it anew supersedes the first. */
  'report.reopened': kind({
    kind: 'report.reopened',
    version: 1,
    channel: 'rooms',
    by: anyHead,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema }),
    data: z.object({ reason: z.string().min(1).max(500) }),
    writes: (about) => [write('reports', about.sitting, about.room, null)],
  }),
};
