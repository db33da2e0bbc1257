import type { CommandOf } from '../catalogue';
import { firstRefusal, type Occasion } from '../guard';
import { anyHead } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { roomOpen, unknown } from '../rooms/conditions';
import { fact } from '../state';
import { countedFromReading } from './distribution';
import { inRoomOfPaper } from './kinds';

/**
 * only a head changes a start that is on the board, whoever noticed it, with the reason in the entry. The start
 * given replaces the one that the head saw; UC still counts from the moment everybody had the subject.
 */
export function startCorrection({ about, data }: CommandOf<'start.corrected'>, occasion: Occasion): Refusal | null {
  const { state, actor } = occasion;
  const paper = fact(state, 'papers', 'session', about.paper);
  const start = fact(state, 'starts', about.sitting, inRoomOfPaper(about.room, about.paper));
  return firstRefusal(
    occasion,
    () => roomOpen(state, about),
    () => (paper ? null : unknown('paper')),
    () => (start ? null : refusal('R-084', { kind: 'not-started' })),
    () =>
      start && !anyHead.some((role) => role === actor.role)
        ? refusal('A-84', { kind: 'start-on-the-board', boardStart: start.boardStart })
        : null,
    () => (data.boardStart === start?.boardStart ? refusal('house', { kind: 'nothing-new' }) : null),
    () =>
      data.instead === start?.boardStart && data.distributedAt === start.distributedAt
        ? null
        : refusal('house', { kind: 'malformed', field: 'instead' }),
    () => paper && countedFromReading(state, paper, data),
  );
}
