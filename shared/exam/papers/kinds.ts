import { z } from 'zod';
import { day, paperId, sessionId, sittingId } from '../../kernel/ids';
import { kind, publishes, write } from '../kind';
import { diploma } from '../session/kinds';

export const paper = z.object({
  id: paperId.schema,
  diploma,
  /** Codes of the specialities that sit it; empty when every speciality of the diploma does. */
  specialities: z.array(z.string().min(1).max(20)).max(100),
  /** As the regulation numbers it: E5, EP2, UG1. */
  code: z.string().min(1).max(20),
  title: z.string().min(1).max(160),
  form: z.enum(['written', 'oral', 'practical']),
  durationMinutes: z.int().min(5).max(720),
  /** In hundredths: 250 is a coefficient of 2.5. */
  coefficient: z.int().min(0).max(10_000),
  /** Points it is marked out of. */
  scale: z.int().min(1).max(1000),
  optional: z.boolean(),
  /** A paper distributed later in the same sitting, before which nobody leaves. */
  heldUntil: paperId.schema.nullable(),
});
export type Paper = z.infer<typeof paper>;

export const sitting = z.object({
  id: sittingId.schema,
  day: day.schema,
  /** Time on the summons and, as a rule, on the board: `HH:MM` in the session's zone. */
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  papers: z.array(paperId.schema).min(1).max(60),
});
export type Sitting = z.infer<typeof sitting>;

export const paperKinds = {
  'papers.published': kind({
    kind: 'papers.published',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: z.object({ papers: z.array(paper).max(100) }),
    writes: (_about, data) => data.papers.map((each) => write('papers', 'session', each.id, each)),
  }),
  'paper.removed': kind({
    kind: 'paper.removed',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ paper: paperId.schema }),
    data: z.object({}),
    writes: (about) => [write('papers', 'session', about.paper, null)],
  }),
  'sittings.published': kind({
    kind: 'sittings.published',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: z.object({ sittings: z.array(sitting).max(200) }),
    writes: (_about, data) => data.sittings.map((each) => write('sittings', 'session', each.id, each)),
  }),
  'sitting.removed': kind({
    kind: 'sitting.removed',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ sitting: sittingId.schema }),
    data: z.object({}),
    writes: (about) => [write('sittings', 'session', about.sitting, null)],
  }),
};
