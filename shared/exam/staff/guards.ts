import { centreRoles } from '../../kernel/role';
import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { accessOfPerson, headStays } from './access';
import { withdrawal } from './withdrawal';

export const staffGuards: Guards<
  'staff.published' | 'access.granted' | 'access.withdrawn' | 'entry.withdrawn' | 'rule.overridden'
> = {
  'staff.published': () => null,
  /** The first run's own role and headquarters' are nobody's to keep; the last head stays one. */
  'access.granted': ({ about, data }, { state }) => {
    const foreign = data.roles.find((each) => !centreRoles.includes(each));
    return foreign ? refusal('house', { kind: 'not-entitled', role: foreign }) : headStays(state, about.person, data);
  },
  'access.withdrawn': ({ about }, { state }) =>
    accessOfPerson(state, about.person)
      ? headStays(state, about.person, null)
      : refusal('house', { kind: 'nothing-new' }),
  'entry.withdrawn': withdrawal,
  /** A rule is set aside in a room, for something that is said with it, never by itself. */
  'rule.overridden': ({ about }, { batch }) => {
    if (about.sitting === null || about.room === null) return refusal('house', { kind: 'malformed', field: 'room' });
    return batch.some((each) => each.kind !== 'rule.overridden') ? null : refusal('house', { kind: 'nothing-new' });
  },
};
