import type { RoomCard } from '../../shared/exam/rooms/board';

/** What the board may be narrowed to. */
export const shownStates = ['all', 'awaiting', 'before', 'running', 'ending', 'closed'] as const;
export type Shown = (typeof shownStates)[number];

const before = ['empty', 'check', 'roll', 'notice', 'envelope', 'distribution'];

/** Whether a room's card is shown under a filter. */
export function shownBy(wanted: Shown): (card: RoomCard) => boolean {
  return ({ phase, awaiting, contested, exits }) => {
    switch (wanted) {
      case 'all':
        return true;
      case 'awaiting':
        return awaiting > 0 || contested > 0 || exits > 0;
      case 'before':
        return before.includes(phase.kind);
      case 'running':
        return phase.kind === 'composition';
      case 'ending':
        return phase.kind === 'scripts' || phase.kind === 'report';
      case 'closed':
        return phase.kind === 'closed';
    }
  };
}
