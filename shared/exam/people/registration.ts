import type { CandidateId } from '../../kernel/ids';
import { type CentreState, reading, type Values } from '../state';

/**
 * A candidate's registration; told in two ways, the one that keeps them on the list stands until one is chosen. Null
 * where this machine does not hold their particulars.
 */
export function registrationOf(state: CentreState, candidate: CandidateId): Values['registrations'] | null {
  const said = reading(state, 'registrations', 'session', candidate);
  if (said.kind === 'unknown') return null;
  if (said.kind !== 'contested') return said.value;
  const versions = said.versions.map((each) => each.value);
  return versions.find((each) => each.status === 'registered') ?? versions[0] ?? null;
}
