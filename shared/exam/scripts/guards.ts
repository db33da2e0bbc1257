import { firstRefusal, type Guards } from '../guard';
import { leadsRoom } from '../kind';
import { refusal } from '../refusal';
import { roomOpen, unknown } from '../rooms/conditions';
import { isAbsent, papersInRoom, rollOf } from '../rooms/roll';
import { fact } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import { closing, missingCount } from './closing';
import { countsAgree, expectedPack } from './packing';
import { rollSettled } from './rollSettled';

export const scriptGuards: Guards<'scripts.counted' | 'report.signed' | 'report.closed' | 'report.reopened'> = {
  /** R-109, R-110, R-116: as many scripts as people present, as many absentees' sheets as people absent. */
  'scripts.counted': ({ about, data }, occasion) => {
    const { state } = occasion;
    const lines = rollOf(state, about.sitting, about.room).filter((line) => line.paper.id === about.paper);
    return firstRefusal(
      occasion,
      () => roomOpen(state, about),
      () => (papersInRoom(lines).length > 0 ? null : unknown('paper')),
      () => (data.typed > data.scripts ? refusal('house', { kind: 'malformed', field: 'typed' }) : null),
      () => rollSettled(lines),
      () => {
        const ended = fact(state, 'ends', about.sitting, inRoomOfPaper(about.room, about.paper));
        const sat = lines.some((line) => !isAbsent(line));
        return sat && !ended ? refusal('R-085', { kind: 'paper-not-ended', paper: about.paper }, leadsRoom) : null;
      },
      () => {
        const pack = expectedPack(state, about.sitting, about.room, about.paper);
        const { present, absent } = pack;
        const { against } = data;
        if (against && (countsAgree(data, pack) || against.present !== present || against.absent !== absent)) {
          return refusal('house', { kind: 'malformed', field: 'against' });
        }
        if (countsAgree(data, pack)) return null;
        const { scripts, blank, absentSheets } = data;
        return refusal('R-109', { kind: 'count-differs', present, absent, scripts, blank, absentSheets }, leadsRoom);
      },
    );
  },
  /** an invigilator of the room signs for themselves, on the lead's machine if need be, once all is counted. */
  'report.signed': ({ about }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const team = fact(occasion.state, 'teams', about.sitting, about.room);
        const own = about.signer === occasion.actor.person;
        const ofTheRoom = team !== null && [team.lead, ...team.others].includes(about.signer);
        return own || ofTheRoom ? null : refusal('R-112', { kind: 'not-yours' });
      },
      () => missingCount(occasion.state, about),
    ),
  'report.closed': closing,
  'report.reopened': ({ about }, { state }) =>
    fact(state, 'reports', about.sitting, about.room) ? null : refusal('R-112', { kind: 'not-closed' }),
};
