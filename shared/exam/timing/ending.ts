import type { CommandOf } from '../catalogue';
import { firstRefusal, type Occasion } from '../guard';
import { leadsRoom } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { roomOpen } from '../rooms/conditions';
import { currentExit, isComposing, rollOf } from '../rooms/roll';
import { fact } from '../state';
import { endsAt } from './ends';
import { inRoomOfPaper } from './kinds';

/**
 * A paper ends at the time on the board, once those with extra time have had it or given their script back
 * and nobody is out of the room. When everyone has left, it may end before.
 */
export function ending({ about, data }: CommandOf<'paper.ended'>, occasion: Occasion): Refusal | null {
  const { state } = occasion;
  const paper = fact(state, 'papers', 'session', about.paper);
  const start = fact(state, 'starts', about.sitting, inRoomOfPaper(about.room, about.paper));
  const composing = rollOf(state, about.sitting, about.room).filter(
    (line) => line.paper.id === about.paper && isComposing(line),
  );
  return firstRefusal(
    occasion,
    () => roomOpen(state, about),
    () => (paper && start ? null : refusal('R-084', { kind: 'not-started' })),
    () => {
      if (!paper || !start || composing.length === 0) return null;
      const end = endsAt(start.boardStart, paper.durationMinutes, 0);
      return data.at < end ? refusal('R-085', { kind: 'before-the-end', endsAt: end }, leadsRoom) : null;
    },
    () => {
      const still = composing.filter((line) => line.endsAt !== null && data.at < line.endsAt).map((line) => line.id);
      return still.length > 0
        ? refusal('R-086', { kind: 'candidates-still-composing', candidates: still }, leadsRoom)
        : null;
    },
    () => {
      const out = composing.find(currentExit);
      return out ? refusal('R-116', { kind: 'someone-is-out', candidate: out.id }, leadsRoom) : null;
    },
  );
}
