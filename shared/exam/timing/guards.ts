import { firstRefusal, type Guards } from '../guard';
import { anyHead, leadsRoom } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { composesNow, lineOf, roomOpen, stayUntil, unknown } from '../rooms/conditions';
import { fact } from '../state';
import { startCorrection } from './correction';
import { distribution } from './distribution';
import { ending } from './ending';
import { inRoomOfPaper } from './kinds';
import { papersFor } from './papersFor';

export const timingGuards: Guards<
  'notice.read' | 'envelope.checked' | 'subjects.distributed' | 'start.corrected' | 'paper.ended' | 'candidate.left'
> = {
  'notice.read': ({ about }, { state }) => roomOpen(state, about),
  /** the envelope is checked before its subjects are given out. */
  'envelope.checked': ({ about }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => (papersFor(occasion.state, about).some((each) => each.id === about.paper) ? null : unknown('paper')),
      () => {
        const start = fact(occasion.state, 'starts', about.sitting, inRoomOfPaper(about.room, about.paper));
        return start && refusal('R-090', { kind: 'already-started', boardStart: start.boardStart }, anyHead);
      },
    ),
  'subjects.distributed': distribution,
  'start.corrected': startCorrection,
  'paper.ended': ending,
  'candidate.left': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const line = lineOf(occasion.state, about, about.candidate);
        return line ? composesNow(occasion.state, about, line) : unknown('candidate');
      },
      /** nobody in the first hour, even with a blank script; absolute necessity is the head's to judge. */
      () => {
        const line = lineOf(occasion.state, about, about.candidate);
        const until = line && stayUntil(occasion.state, about, line);
        return until !== null && data.at < until ? refusal('R-076', { kind: 'first-hour', until }, anyHead) : null;
      },
      /** who finished one subject stays until the next one is given out. */
      () => {
        const held = lineOf(occasion.state, about, about.candidate)?.paper.heldUntil ?? null;
        const given = held && fact(occasion.state, 'starts', about.sitting, inRoomOfPaper(about.room, held));
        return held && !given ? refusal('R-081', { kind: 'held-until-next-subject', paper: held }, anyHead) : null;
      },
      () => (data.headerFilled && data.signed ? null : nothingHandedIn()),
    ),
};

/** a script, blank or not, with its header filled, and the list signed. */
function nothingHandedIn(): Refusal {
  return refusal('R-080', { kind: 'nothing-handed-in' }, leadsRoom);
}
