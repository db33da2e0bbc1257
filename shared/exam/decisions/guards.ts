import type { EntryId } from '../../kernel/ids';
import { firstRefusal, type Guards } from '../guard';
import { refusal } from '../refusal';
import { roomOpen, unknown } from '../rooms/conditions';
import { writtenBy } from '../staff/written';
import type { CentreState } from '../state';
import { sightingsOf } from './sightings';

export const decisionGuards: Guards<'decision.seen'> = {
  /** Once for a room, by whoever is there, each for themselves. */
  'decision.seen': ({ about }, occasion) => {
    const { state, actor } = occasion;
    const { sitting, room, entry } = about;
    return firstRefusal(
      occasion,
      () => roomOpen(state, about),
      () => (about.person === actor.person ? null : refusal('house', { kind: 'not-yours' })),
      () => (isKnown(state, entry) ? null : unknown('entry')),
      () => (sightingsOf(state, sitting, room).has(entry) ? refusal('house', { kind: 'nothing-new' }) : null),
    );
  },
};

function isKnown(state: CentreState, entry: EntryId): boolean {
  if (writtenBy(state, entry).length > 0) return true;
  return [...state.withdrawn.values()].some(({ by }) => by === entry);
}
