import type { Decision } from '../../shared/exam/decisions/decisions';
import { roleNamed } from '../../shared/kernel/role';
import { personName } from '../chronicle/names';
import { useCentre } from '../store/useDesk';
import { decisionsText } from '../text/decisions';
import { roleWithin } from '../text/roles';

/** « BERTHIER Anne, chef de centre », or « le siège ». */
export function useAuthor(): (decision: Pick<Decision, 'by' | 'role'>) => string {
  const state = useCentre((store) => store.state);
  return ({ by, role }) => {
    const named = roleNamed(role);
    if (named === 'headquarters') return decisionsText.headquarters;
    const name = personName(state, by);
    return named ? `${name}, ${roleWithin(named)}` : name;
  };
}
