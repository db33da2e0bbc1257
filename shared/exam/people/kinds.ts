import { z } from 'zod';
import { candidateId, day, sessionId } from '../../kernel/ids';
import { inRoom, kind, publishes, write } from '../kind';
import { diploma } from '../session/kinds';

/** A measure granted by the rector or shown on a notice in the room. */
export const accommodation = z.discriminatedUnion('kind', [
  /** Minutes added per hour of paper: 20 is one third, the most there is. */
  z.object({ kind: z.literal('extraTime'), minutesPerHour: z.int().min(1).max(20) }),
  /** May stand up, walk, go to the toilet or be treated from the first hour. */
  z.object({ kind: z.literal('careBreak') }),
  z.object({ kind: z.literal('computer') }),
  z.object({ kind: z.literal('scribe') }),
  z.object({ kind: z.literal('enlargedSubject') }),
  z.object({ kind: z.literal('separateRoom') }),
]);
export type Accommodation = z.infer<typeof accommodation>;

export const candidate = z.object({
  id: candidateId.schema,
  /** Registration number, as the national system prints it. */
  registration: z.string().max(40).nullable(),
  familyName: z.string().min(1).max(80),
  usageName: z.string().max(80).nullable(),
  givenNames: z.string().min(1).max(120),
  birthDate: day.schema,
  /** Class (division) in the home school: an invigilator never watches their own pupils. */
  division: z.string().max(20).nullable(),
  category: z.string().max(80).nullable(),
  ine: z.string().max(20).nullable(),
  diploma,
  speciality: z.string().min(1).max(20),
  teaching: z.string().max(200).nullable(),
  accommodations: z.array(accommodation).max(6),
});
export type Candidate = z.infer<typeof candidate>;

/** A candidate's registration: as published, or struck off by a later list. What was recorded about them stays. */
export type Registration =
  | { readonly status: 'registered'; readonly candidate: Candidate }
  | { readonly status: 'gone'; readonly candidate: Candidate };

/** Candidates, and the list they come from. */
const ofAList = z.object({ source: z.string().max(200), candidates: z.array(candidate).min(1).max(100) });

export const peopleKinds = {
  'candidates.published': kind({
    kind: 'candidates.published',
    version: 1,
    channel: 'people',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: ofAList,
    writes: (_about, data) =>
      data.candidates.map((each) =>
        write('registrations', 'session', each.id, { status: 'registered', candidate: each }),
      ),
  }),
  'candidates.struckOff': kind({
    kind: 'candidates.struckOff',
    version: 1,
    channel: 'people',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: ofAList,
    writes: (_about, data) =>
      data.candidates.map((each) => write('registrations', 'session', each.id, { status: 'gone', candidate: each })),
  }),
  'accommodations.shown': kind({
    kind: 'accommodations.shown',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ candidate: candidateId.schema }),
    data: z.object({ measures: z.array(accommodation).min(1).max(6), notice: z.string().max(300) }),
    writes: (about, data) => [write('noticesShown', 'session', about.candidate, data.measures)],
  }),
};
