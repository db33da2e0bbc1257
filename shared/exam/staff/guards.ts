import type { Guards } from '../guard';

export const staffGuards: Guards<'staff.published' | 'access.granted' | 'entry.withdrawn' | 'rule.overridden'> = {
  'staff.published': () => null,
  'access.granted': () => null,
  'entry.withdrawn': () => null,
  'rule.overridden': () => null,
};
