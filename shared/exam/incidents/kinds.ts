import { z } from 'zod';
import { candidateId, entryId, roomId, sittingId } from '../../kernel/ids';
import { instant } from '../../kernel/instant';
import { anyHead, inRoom, kind, write } from '../kind';

export const exitReason = z.enum(['accommodation', 'illness', 'necessity', 'toilet']);
export type ExitReason = z.infer<typeof exitReason>;

export const incidentCategory = z.enum(['subject', 'fraud', 'disruption', 'health', 'premises', 'other']);
export type IncidentCategory = z.infer<typeof incidentCategory>;

const decidedFirst = z.object({ about: z.unknown(), data: z.object({ decision: z.string().min(1) }) });

/** Version 1 had no words to say to the candidates. */
function withoutWords(said: unknown) {
  const first = decidedFirst.safeParse(said);
  return first.success ? { about: first.data.about, data: { ...first.data.data, say: null } } : null;
}

export const incidentKinds = {
  /** A provisional exit, accompanied, one at a time. The entry's own id names the exit. */
  'exit.started': kind({
    kind: 'exit.started',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, candidate: candidateId.schema }),
    data: z.object({
      reason: exitReason,
      at: instant.schema,
      accompaniedBy: z.string().max(120),
      /** Every sheet of script and scratch paper was taken back. */
      sheetsTaken: z.boolean(),
    }),
    writes: (about, data, id) => [
      write('exits', about.sitting, id, { ...data, room: about.room, candidate: about.candidate }),
    ],
  }),
  'exit.ended': kind({
    kind: 'exit.ended',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, exit: entryId.schema }),
    data: z.object({ at: instant.schema }),
    writes: (about, data) => [write('exitsEnded', about.sitting, about.exit, data)],
  }),
  'incident.recorded': kind({
    kind: 'incident.recorded',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema }),
    data: z.object({
      category: incidentCategory,
      at: instant.schema,
      candidates: z.array(candidateId.schema).max(50),
      text: z.string().min(1).max(4000),
    }),
    writes: (about, data, id) => [write('incidents', about.sitting, id, { ...data, room: about.room })],
  }),
  /** What a head answers to an incident: what the room does about it, and what it says to the candidates. */
  'incident.decided': kind({
    kind: 'incident.decided',
    version: 2,
    channel: 'rooms',
    by: anyHead,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema, incident: entryId.schema }),
    data: z
      .object({
        /** Empty: it was read, and there is nothing to decide. */
        decision: z.string().max(1000),
        /** Empty: nothing is said; null only where version 1 did not ask. */
        say: z.string().max(500).nullable(),
      })
      .refine(({ decision, say }) => decision !== '' || say === ''),
    earlier: [withoutWords],
    writes: (about, data) => [write('incidentsDecided', about.sitting, about.incident, { ...data, room: about.room })],
  }),
  'observation.written': kind({
    kind: 'observation.written',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema, room: roomId.schema }),
    data: z.object({ text: z.string().max(4000) }),
    writes: (about, data) => [write('observations', about.sitting, about.room, data)],
  }),
};
