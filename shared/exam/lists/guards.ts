import { canonical } from '../../kernel/canonical';
import type { Guards } from '../guard';
import { registrationOf } from '../people/registration';
import { refusal } from '../refusal';
import { unknown } from '../rooms/conditions';
import { fact } from '../state';

export const listGuards: Guards<'candidates.handed'> = {
  /** Only what the lists say, and only to a machine of the centre, closed to the key it came with. */
  'candidates.handed': ({ about, data }, { state }) => {
    const membership = fact(state, 'memberships', 'session', about.device);
    if (membership?.is !== 'admitted' || membership.wrapping !== about.to) return unknown('machine');
    const said = data?.registrations ?? [];
    const asListed = about.candidates.every(({ candidate }, at) => {
      const listed = registrationOf(state, candidate);
      return listed !== null && canonical(listed) === canonical(said[at] ?? null);
    });
    return asListed && said.length === about.candidates.length
      ? null
      : refusal('house', { kind: 'malformed', field: 'data' });
  },
};
