import { paperSatBy } from '../../../shared/exam/papers/entitled';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { isRoomContested } from '../../../shared/exam/rooms/contested';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { sittingsOfDay } from '../../../shared/exam/session/today';
import { type CentreState, fact } from '../../../shared/exam/state';
import type { Day } from '../../../shared/kernel/ids';
import { examDays } from '../placement/dayPlacement';

/** A candidate's place on each day they sit a paper; no room while they have none. */
export function seatsOf(
  state: CentreState,
  candidate: Candidate,
): readonly {
  readonly day: Day;
  readonly room: Room | null;
  readonly table: number;
  /** The room given is described in two ways. */
  readonly contested: boolean;
}[] {
  const sits = (day: Day) => sittingsOfDay(state, day).some(({ sitting }) => paperSatBy(state, sitting, candidate));
  return examDays(state)
    .filter(sits)
    .map((day) => {
      const seat = fact(state, 'seats', day, candidate.id);
      return {
        day,
        room: seat && fact(state, 'rooms', 'session', seat.room),
        table: seat?.table ?? 0,
        contested: seat !== null && isRoomContested(state, seat.room),
      };
    });
}
