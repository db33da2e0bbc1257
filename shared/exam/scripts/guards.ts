import type { Guards } from '../guard';

export const scriptGuards: Guards<'scripts.counted' | 'report.signed' | 'report.closed' | 'report.reopened'> = {
  'scripts.counted': () => null,
  'report.signed': () => null,
  'report.closed': () => null,
  'report.reopened': () => null,
};
