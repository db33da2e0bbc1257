import type { Paper } from '../../shared/exam/papers/kinds';
import type { Accommodation, Candidate } from '../../shared/exam/people/kinds';
import type { Diploma } from '../../shared/exam/session/kinds';
import { defaultRegulations } from '../../shared/formats/regulations';
import {
  type CandidateId,
  candidateId,
  day,
  paperId,
  personId,
  roomId,
  sessionId,
  sittingId,
} from '../../shared/kernel/ids';
import { type Instant, instantOf } from '../../shared/kernel/instant';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';

export const zone = 'Europe/Paris';
/** A Monday. */
export const examDay = day.of('2019-06-17');
export const session = sessionId.of('session-2019');
export const sitting = sittingId.of('lundi-matin');
export const french = paperId.of('francais');
export const b12 = roomId.of('B12');
export const b07 = roomId.of('B07');

/** A moment of the exam day, as the centre's clocks show it; `2019-06-19 09:00` names another day. */
export function at(time: string): Instant {
  const [on, clock] = time.includes(' ') ? time.split(' ') : [examDay, time];
  return instantOf(day.of(on ?? examDay), clock ?? '00:00', zone);
}

function actor(person: string, role: Role): Actor {
  return { person: personId.of(person), role, unlocked: 'pin' };
}

export const head = actor('berthier', 'centreHead');
export const secretary = actor('colin', 'examSecretariat');
export const lead = actor('durand', 'roomLeadInvigilator');
export const invigilator = actor('evrard', 'invigilator');
export const otherLead = actor('faure', 'roomLeadInvigilator');
export const headquarters = actor('siege', 'headquarters');

export const national = defaultRegulations['bac-pro'];

export interface Sitter {
  readonly name: string;
  readonly division?: string;
  readonly speciality?: string;
  readonly accommodations?: readonly Accommodation[];
}

/** The number of the n-th candidate of a room. */
export function number(room: 'B12' | 'B07', table: number): CandidateId {
  return candidateId.of(`${room === 'B12' ? '20' : '30'}19${String(table).padStart(4, '0')}`);
}

export function paperOf(change: Partial<Paper>): Paper {
  return {
    id: french,
    diploma: 'bac-pro',
    specialities: [],
    code: 'E51',
    title: 'Français',
    form: 'written',
    durationMinutes: 240,
    coefficient: 250,
    scale: 20,
    optional: false,
    heldUntil: null,
    ...change,
  };
}

export function candidateOf(sitter: Sitter, id: CandidateId, diploma: Diploma = 'bac-pro'): Candidate {
  return {
    id,
    registration: null,
    familyName: sitter.name,
    usageName: null,
    givenNames: 'Camille',
    birthDate: day.of('2001-03-04'),
    division: sitter.division ?? null,
    category: null,
    ine: null,
    diploma,
    speciality: sitter.speciality ?? 'MELEC',
    teaching: null,
    accommodations: [...(sitter.accommodations ?? [])],
  };
}
