import type { Guards } from '../guard';

export const timingGuards: Guards<
  'notice.read' | 'envelope.checked' | 'subjects.distributed' | 'paper.ended' | 'candidate.left'
> = {
  'notice.read': () => null,
  'envelope.checked': () => null,
  'subjects.distributed': () => null,
  'paper.ended': () => null,
  'candidate.left': () => null,
};
