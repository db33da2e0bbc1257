import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { unknown } from '../rooms/conditions';
import { writtenBy } from '../staff/written';
import { fact } from '../state';

export const changeGuards: Guards<'change.seen'> = {
  'change.seen': ({ about: { entry } }, { state }) => {
    if (writtenBy(state, entry).length === 0) return unknown('entry');
    return fact(state, 'changesSeen', 'session', entry) ? refusal('house', { kind: 'nothing-new' }) : null;
  },
};
