import { candidateId, day, paperId, roomId, sessionId, sittingId } from '../../kernel/ids';
import type { CommandOf } from '../catalogue';
import type { Guards, Occasion } from '../guard';
import { paperKept, sittingKept } from '../papers/calendar';
import { type Refusal, refusal } from '../refusal';
import { roomOpen } from '../rooms/conditions';
import { roomGuards } from '../rooms/guards';
import { seatsAgree } from '../rooms/seatsAgree';
import { type CentreState, fact } from '../state';
import { type Contest, contestsOf, entriesOf } from './contests';
import { handling } from './handling';
import { writesTo } from './kinds';
import { placeOf } from './place';

/** What is contested is settled by saying it once more, of all the versions known now; nothing else is. */
export const contestGuards: Guards<'contest.settled'> = {
  'contest.settled': ({ about, data }, occasion) => {
    const { state } = occasion;
    const contest = contestNamed(state, about);
    if (!contest) return refusal('house', { kind: 'nothing-new' });
    const how = handling[contest.aspect];
    if (how.when !== 'contested' || how.by === 'elsewhere') return refusal('house', { kind: 'not-yours' });
    const [anEntry] = data.versions;
    const names = [...data.versions].sort().join() === entriesOf(contest).join();
    if (!anEntry || !names) return refusal('house', { kind: 'malformed', field: 'versions' });
    const [write] = writesTo(about, data.said, anEntry);
    if (!write) return refusal('house', { kind: 'malformed', field: 'said' });
    return sealed(state, contest) ?? asPrepared(write, occasion);
  },
};

/** The contest of a register, or null when nobody contests it. */
export function contestNamed(state: CentreState, of: CommandOf<'contest.settled'>['about']): Contest | null {
  const same = (each: Contest) => each.aspect === of.aspect && each.scope === of.scope && each.key === of.key;
  return contestsOf(state).find(same) ?? null;
}

/** What the office prepares is settled as it would be said: what was recorded rests on it. */
function asPrepared(write: ReturnType<typeof writesTo>[number], occasion: Occasion): Refusal | null {
  const { state } = occasion;
  switch (write.aspect) {
    case 'rooms': {
      const room = roomId.of(write.key);
      if (!write.value)
        return roomGuards['room.removed']({ kind: 'room.removed', about: { room }, data: {} }, occasion);
      const about = { session: sessionId.of('session') };
      return roomGuards['rooms.published'](
        { kind: 'rooms.published', about, data: { rooms: [write.value] } },
        occasion,
      );
    }
    case 'seats': {
      const seats = [{ candidate: candidateId.of(write.key), seat: write.value }];
      const given = { kind: 'seats.assigned' as const, about: { day: day.of(write.scope) }, data: { seats } };
      return seatsAgree(given, { ...occasion, batch: [...occasion.batch, given] });
    }
    case 'teams': {
      const about = { sitting: sittingId.of(write.scope), room: roomId.of(write.key) };
      return roomGuards['invigilators.assigned']({ kind: 'invigilators.assigned', about, data: write.value }, occasion);
    }
    case 'papers':
      return write.value ? null : paperKept(state, paperId.of(write.key));
    case 'sittings': {
      const before = fact(state, 'sittings', 'session', write.key);
      return before && sittingKept(state, before.id, before, write.value);
    }
    default:
      return null;
  }
}

/** What the office settles after the report, and the closing itself, are settled while it is closed. */
const whenClosed: ReadonlySet<string> = new Set(['identitySettled', 'provisionalSettled', 'reports']);

/** what a closed report states is settled once the report is opened again. */
function sealed(state: CentreState, contest: Contest): Refusal | null {
  if (whenClosed.has(contest.aspect)) return null;
  const { sitting, rooms } = placeOf(state, contest);
  if (sitting === null) return null;
  for (const room of rooms) {
    const refused = roomOpen(state, { sitting, room });
    if (refused?.because.kind === 'report-closed') return refused;
  }
  return null;
}
