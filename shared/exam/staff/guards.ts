import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { accessOfPerson, headStays } from './access';
import { withdrawal } from './withdrawal';

export const staffGuards: Guards<
  'staff.published' | 'access.granted' | 'access.withdrawn' | 'entry.withdrawn' | 'rule.overridden'
> = {
  'staff.published': () => null,
  /** The first run's own role is nobody's to keep; the last head stays one. */
  'access.granted': ({ about, data }, { state }) =>
    data.roles.includes('setup')
      ? refusal('house', { kind: 'not-entitled', role: 'setup' })
      : headStays(state, about.person, data),
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
