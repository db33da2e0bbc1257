import { MINUTE } from '../../kernel/instant';
import type { CommandOf } from '../catalogue';
import { type Check, firstRefusal, type Occasion } from '../guard';
import { anyHead, leadsRoom } from '../kind';
import type { Paper } from '../papers/kinds';
import { type Refusal, refusal } from '../refusal';
import { roomOpen, unknown } from '../rooms/conditions';
import { isAbsent, rollOf } from '../rooms/roll';
import { tallyOf } from '../rooms/tally';
import { type CentreState, fact } from '../state';
import { envelopeState } from './envelopes';
import { inRoomOfPaper } from './kinds';
import { regulationOf } from './limits';
import { papersFor } from './papersFor';

type Distribution = CommandOf<'subjects.distributed'>;

/**
 * Subjects are given out once the room was checked, the roll is complete, the notice read and
 * the envelope found right. Only a head gives out what the envelope check found wrong.
 */
export function distribution({ about, data }: Distribution, occasion: Occasion): Refusal | null {
  const { state } = occasion;
  const roll = rollOf(state, about.sitting, about.room);
  const known = papersFor(state, about);
  const papers = data.papers.flatMap((id) => known.find((each) => each.id === id) ?? []);
  return firstRefusal(
    occasion,
    () => roomOpen(state, about),
    () => (papers.length === data.papers.length ? null : unknown('paper')),
    ...papers.map(
      (paper): Check =>
        () =>
          unneeded(roll, paper),
    ),
    ...papers.map(
      (paper): Check =>
        () =>
          begun(state, about, paper),
    ),
    ...papers.map(
      (paper): Check =>
        () =>
          countedFromReading(state, paper, data),
    ),
    () =>
      fact(state, 'roomChecks', about.sitting, about.room)
        ? null
        : refusal('R-012', { kind: 'room-not-checked' }, leadsRoom),
    () => {
      const { unmarked } = tallyOf(roll);
      return unmarked > 0 ? refusal('R-049', { kind: 'roll-incomplete', missing: unmarked }, leadsRoom) : null;
    },
    () =>
      fact(state, 'noticesRead', about.sitting, about.room)
        ? null
        : refusal('R-067', { kind: 'notice-not-read' }, leadsRoom),
    ...papers.map(
      (paper): Check =>
        () =>
          envelope(state, about, paper),
    ),
  );
}

function unneeded(roll: ReturnType<typeof rollOf>, paper: Paper): Refusal | null {
  const sitters = roll.filter((line) => line.paper.id === paper.id);
  const nobody = sitters.length > 0 && sitters.every(isAbsent);
  return nobody ? refusal('R-108', { kind: 'nobody-sits', paper: paper.id }) : null;
}

/** only a head changes the start once it is on the board. */
function begun(state: CentreState, about: Distribution['about'], paper: Paper): Refusal | null {
  const start = fact(state, 'starts', about.sitting, inRoomOfPaper(about.room, paper.id));
  return start && refusal('A-84', { kind: 'already-started', boardStart: start.boardStart }, anyHead);
}

/** for UC the time counts from the moment each candidate has the subject, to the minute. */
export function countedFromReading(
  state: CentreState,
  paper: Paper,
  data: Pick<Distribution['data'], 'boardStart' | 'distributedAt'>,
): Refusal | null {
  if (regulationOf(state, paper)?.family !== 'UC') return null;
  const early = data.boardStart < Math.floor(data.distributedAt / MINUTE) * MINUTE;
  return early ? refusal('R-087', { kind: 'started-so-late', distributedAt: data.distributedAt }) : null;
}

function envelope(state: CentreState, about: Distribution['about'], paper: Paper): Refusal | null {
  const found = envelopeState(state, about.sitting, about.room, paper.id);
  if (found === 'fits') return null;
  return found === 'unchecked'
    ? refusal('R-089', { kind: 'envelope-not-checked', paper: paper.id }, leadsRoom)
    : refusal('R-090', { kind: 'envelope-mismatch', paper: paper.id }, anyHead);
}
