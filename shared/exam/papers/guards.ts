import type { Guards } from '../guard';

export const paperGuards: Guards<'papers.published' | 'sittings.published'> = {
  'papers.published': () => null,
  'sittings.published': () => null,
};
