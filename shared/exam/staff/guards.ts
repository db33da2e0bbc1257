import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { withdrawal } from './withdrawal';

export const staffGuards: Guards<'staff.published' | 'access.granted' | 'entry.withdrawn' | 'rule.overridden'> = {
  'staff.published': () => null,
  /** The first run's own role is nobody's to keep. */
  'access.granted': ({ data }) =>
    data.roles.includes('setup') ? refusal('house', { kind: 'not-entitled', role: 'setup' }) : null,
  'entry.withdrawn': withdrawal,
  /** A rule is set aside in a room, for something that is said with it, never by itself. */
  'rule.overridden': ({ about }, { batch }) => {
    if (about.sitting === null || about.room === null) return refusal('house', { kind: 'malformed', field: 'room' });
    return batch.some((each) => each.kind !== 'rule.overridden') ? null : refusal('house', { kind: 'nothing-new' });
  },
};
