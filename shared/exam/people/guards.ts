import type { CandidateId } from '../../kernel/ids';
import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { unknown } from '../rooms/conditions';
import type { CentreState } from '../state';
import { fact } from '../state';
import type { Accommodation } from './kinds';
import { registrationOf } from './registration';

export const peopleGuards: Guards<'candidates.published' | 'candidates.struckOff' | 'accommodations.shown'> = {
  'candidates.published': () => null,
  'candidates.struckOff': ({ data }, { state }) =>
    data.candidates.every((each) => registrationOf(state, each.id)) ? null : unknown('candidate'),
  /** what a notice grants is applied though no list has it; what the list grants needs no notice. */
  'accommodations.shown': ({ about, data }, { state }) => {
    const granted = grantedTo(state, about.candidate);
    if (!granted) return unknown('candidate');
    const isNew = data.measures.some((measure) => !granted.some((each) => covers(each, measure)));
    return isNew ? null : refusal('R-029', { kind: 'nothing-new' });
  },
};

/** Measures on the lists, or an empty list for someone off them; null for somebody unknown. */
function grantedTo(state: CentreState, candidate: CandidateId): readonly Accommodation[] | null {
  const registration = registrationOf(state, candidate);
  if (registration) return registration.candidate.accommodations;
  const scopes = [...(state.shelves.get('provisional')?.keys() ?? [])];
  return scopes.some((sitting) => fact(state, 'provisional', sitting, candidate)) ? [] : null;
}

function covers(granted: Accommodation, measure: Accommodation): boolean {
  if (granted.kind !== 'extraTime' || measure.kind !== 'extraTime') return granted.kind === measure.kind;
  return granted.minutesPerHour >= measure.minutesPerHour;
}
