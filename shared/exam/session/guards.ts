import { canonical } from '../../kernel/canonical';
import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { fact } from '../state';
import { isZone } from './today';

export const sessionGuards: Guards<'session.published' | 'headquarters.named' | 'regulations.published'> = {
  'session.published': ({ data }) =>
    isZone(data.zone) ? null : refusal('house', { kind: 'malformed', field: 'zone' }),
  /** Once for each that is named; where the session names headquarters, headquarters alone changes it. */
  'headquarters.named': ({ data }, { state }) => {
    const session = fact(state, 'session', 'session', 'session');
    if (!session) return refusal('house', { kind: 'unknown-subject', what: 'session' });
    const before = fact(state, 'headquarters', 'session', 'session');
    const known = session.headquarters !== undefined || (before && canonical(before) === canonical(data));
    return known ? refusal('house', { kind: 'nothing-new' }) : null;
  },
  'regulations.published': () => null,
};
