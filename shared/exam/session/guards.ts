import type { Guards } from '../guard';

export const sessionGuards: Guards<'session.published' | 'regulations.published'> = {
  'session.published': () => null,
  'regulations.published': () => null,
};
