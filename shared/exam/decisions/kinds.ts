import { z } from 'zod';
import { entryId, personId, roomId, sittingId } from '../../kernel/ids';
import { instant } from '../../kernel/instant';
import { inRoom, kind, write } from '../kind';

/** A register's key inside a sitting for what one person of a room has seen. */
function sightingKey(room: string, entry: string, person: string): string {
  return [room, entry, person].join('|');
}

export const decisionKinds = {
  /** A room has read what a head decided for it, or that this was taken back. */
  'decision.seen': kind({
    kind: 'decision.seen',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({
      sitting: sittingId.schema,
      room: roomId.schema,
      /** The entry that decides, or that takes a decision back. */
      entry: entryId.schema,
      person: personId.schema,
    }),
    data: z.object({
      at: instant.schema,
      /** What was to be said was said to the candidates concerned. */
      aloud: z.boolean(),
    }),
    writes: ({ sitting, room, entry, person }, data) => [
      write('decisionsSeen', sitting, sightingKey(room, entry, person), { ...data, room, entry, person }),
    ],
  }),
};
