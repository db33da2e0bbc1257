import { compareNames } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import { type CentreState, facts } from '../../shared/exam/state';

/** The staff, in French order of names. */
export function staffByName(state: CentreState): readonly Person[] {
  return [...facts(state, 'staff', 'session').values()].sort(compareNames);
}
