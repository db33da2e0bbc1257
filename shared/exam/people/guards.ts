import type { Guards } from '../guard';

export const peopleGuards: Guards<'candidates.published' | 'candidates.struckOff' | 'accommodations.shown'> = {
  'candidates.published': () => null,
  'candidates.struckOff': () => null,
  'accommodations.shown': () => null,
};
