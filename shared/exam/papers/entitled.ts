import type { Candidate } from '../people/kinds';
import { type CentreState, fact } from '../state';
import type { Paper, Sitting } from './kinds';

/** The paper of a sitting that a candidate is registered for, by diploma and speciality; null when none is. */
export function paperSatBy(
  state: CentreState,
  sitting: Sitting,
  candidate: Pick<Candidate, 'diploma' | 'speciality'>,
): Paper | null {
  for (const id of sitting.papers) {
    const paper = fact(state, 'papers', 'session', id);
    if (paper && concerns(paper, candidate)) return paper;
  }
  return null;
}

export function concerns(paper: Paper, candidate: Pick<Candidate, 'diploma' | 'speciality'>): boolean {
  if (paper.diploma !== candidate.diploma) return false;
  return paper.specialities.length === 0 || paper.specialities.includes(candidate.speciality);
}
