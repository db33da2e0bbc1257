import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { isZone } from './today';

export const sessionGuards: Guards<'session.published' | 'regulations.published'> = {
  'session.published': ({ data }) =>
    isZone(data.zone) ? null : refusal('house', { kind: 'malformed', field: 'zone' }),
  'regulations.published': () => null,
};
