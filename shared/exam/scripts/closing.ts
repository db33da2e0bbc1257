import type { CommandOf } from '../catalogue';
import { contestsIn } from '../contests/place';
import { firstRefusal, type Occasion } from '../guard';
import { leadsRoom } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { type Place, roomOpen, unknown } from '../rooms/conditions';
import { isAbsent, papersInRoom, rollOf } from '../rooms/roll';
import { unheldSeats } from '../rooms/unheldSeats';
import { type CentreState, fact } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import { countOf, countsAgree, expectedPack, keptDiffering } from './packing';
import { reportOf, statedHash } from './reported';
import { rollSettled } from './rollSettled';

/**
 * A room's report is closed once the roll is settled, nothing of the room is contested, every paper sat has ended, every pack is counted and right, and
 * the lead has signed (R-109, R-112; the drawn signature is an image, A-85). It must state what is known right now.
 */
export function closing({ about, data }: CommandOf<'report.closed'>, occasion: Occasion): Refusal | null {
  const { state } = occasion;
  const roll = rollOf(state, about.sitting, about.room);
  return firstRefusal(
    occasion,
    () => roomOpen(state, about),
    () => unheldHere(state, about),
    () => (roll.length > 0 ? null : unknown('room')),
    () => rollSettled(roll),
    () => {
      const count = contestsIn(state, about.sitting, about.room).length;
      return count > 0 ? refusal('R-112', { kind: 'facts-contested', count }) : null;
    },
    () => unended(state, about),
    () => missingCount(state, about),
    () => wrongCount(state, about),
    () => unsignedByLead(occasion, about),
    () => {
      const report = reportOf(state, about.sitting, about.room);
      return report && statedHash(report) === data.statedHash ? null : refusal('R-112', { kind: 'stated-otherwise' });
    },
  );
}

/** A report states who sat in its room: a machine that does not know all of them cannot make it. */
function unheldHere(state: CentreState, { sitting, room }: Place): Refusal | null {
  const day = fact(state, 'sittings', 'session', sitting)?.day;
  const candidates = (day ? unheldSeats(state, day, room) : []).map(({ candidate }) => candidate);
  return candidates.length > 0 ? refusal('R-112', { kind: 'list-unheld', candidates }) : null;
}

/** the first paper of the room whose pack is not counted yet. */
export function missingCount(state: CentreState, place: Place): Refusal | null {
  const missing = papersInRoom(rollOf(state, place.sitting, place.room)).find(
    (paper) => !countOf(state, place.sitting, place.room, paper.id),
  );
  return missing ? refusal('R-109', { kind: 'count-missing', paper: missing.id }) : null;
}

/** A paper that someone sat and whose end was not announced. */
function unended(state: CentreState, { sitting, room }: Place): Refusal | null {
  const sat = papersInRoom(rollOf(state, sitting, room).filter((line) => !isAbsent(line)));
  const paper = sat.find((each) => !fact(state, 'ends', sitting, inRoomOfPaper(room, each.id)));
  return paper ? refusal('R-085', { kind: 'paper-not-ended', paper: paper.id }, leadsRoom) : null;
}

/** A count that was right, or kept with a reason, when it was made, and is not any more. */
function wrongCount(state: CentreState, { sitting, room }: Place): Refusal | null {
  for (const paper of papersInRoom(rollOf(state, sitting, room))) {
    const count = countOf(state, sitting, room, paper.id);
    const pack = expectedPack(state, sitting, room, paper.id);
    if (!count || countsAgree(count, pack) || keptDiffering(state, { sitting, room }, count, pack)) continue;
    const { scripts, blank, absentSheets } = count;
    const { present, absent } = pack;
    return refusal('R-109', { kind: 'count-differs', present, absent, scripts, blank, absentSheets }, leadsRoom);
  }
  return null;
}

function unsignedByLead({ state, actor }: Occasion, { sitting, room }: Place): Refusal | null {
  const lead = fact(state, 'teams', sitting, room)?.lead ?? actor.person;
  return fact(state, 'signatures', sitting, inRoomOfPaper(room, lead))
    ? null
    : refusal('R-112', { kind: 'signature-missing', person: lead }, ['centreHead', 'deputyCentreHead']);
}
