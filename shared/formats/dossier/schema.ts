import { z } from 'zod';
import { paper, sitting } from '../../exam/papers/kinds';
import { candidate } from '../../exam/people/kinds';
import { room } from '../../exam/rooms/kinds';
import { regulation, sessionFacts, speciality } from '../../exam/session/kinds';
import { person } from '../../exam/staff/kinds';

/** The name a dossier gives itself in its first field. */
export const dossierFormat = 'cachet-dossier';

/**
 * A centre's dossier: everything headquarters publishes before a session, as one JSON file. Coefficients, scales and
 * durations are those of the papers; numbers are whole, in the units their fields name.
 */
export const dossier = z.strictObject({
  format: z.literal(dossierFormat),
  version: z.literal(1),
  session: sessionFacts,
  regulations: z.array(regulation).max(6),
  specialities: z.array(speciality).max(400),
  papers: z.array(paper).max(1000),
  sittings: z.array(sitting).max(200),
  rooms: z.array(room).max(500),
  candidates: z.array(candidate).max(20_000),
  staff: z.array(person).max(2000),
});
export type Dossier = z.infer<typeof dossier>;
