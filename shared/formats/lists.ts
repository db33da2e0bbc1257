import type { Paper, Sitting } from '../exam/papers/kinds';
import type { Candidate } from '../exam/people/kinds';
import type { Room } from '../exam/rooms/kinds';
import type { Regulation, SessionFacts, Speciality } from '../exam/session/kinds';
import type { Person } from '../exam/staff/kinds';
import type { ListPlan } from './comparison';
import type { Gone } from './records';

/** What the lists of a file mean for those of the centre. */
export interface ImportLists {
  readonly session: ListPlan<SessionFacts>;
  readonly regulations: ListPlan<Regulation>;
  readonly specialities: ListPlan<Speciality>;
  readonly papers: ListPlan<Paper>;
  readonly sittings: ListPlan<Sitting>;
  readonly rooms: ListPlan<Room>;
  readonly staff: ListPlan<Person>;
  readonly candidates: ListPlan<Candidate>;
  /** On the centre's list and no longer on the file's: struck off, with all that was recorded about them kept. */
  readonly gone: readonly Gone[];
}
