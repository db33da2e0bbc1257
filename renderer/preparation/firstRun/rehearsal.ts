import { allocate } from '../../../shared/allocation/allocate';
import { allocationRequest } from '../../../shared/allocation/day';
import type { Assignment } from '../../../shared/allocation/request';
import type { Command } from '../../../shared/exam/catalogue';
import { paperSatBy } from '../../../shared/exam/papers/entitled';
import type { Sitting } from '../../../shared/exam/papers/kinds';
import { sittingsOfDay } from '../../../shared/exam/session/today';
import type { Person } from '../../../shared/exam/staff/kinds';
import { type CentreState, fact, facts } from '../../../shared/exam/state';
import type { RoomId } from '../../../shared/kernel/ids';
import { examDays } from '../placement/dayPlacement';
import { seatsCommands } from '../placement/moves';

/** Tables that two invigilators watch; one more person for each further such number begun. */
const watchedByTwo = 25;

/**
 * What makes a demonstration ready to be played: everyone seated on every day, and for each room of each sitting a lead
 * and others, none of whom teaches somebody who composes there.
 */
export function rehearsal(state: CentreState): readonly Command[] {
  const staff = [...facts(state, 'staff', 'session').values()];
  return examDays(state).flatMap((day): Command[] => {
    const { seats } = allocate(allocationRequest(state, day, 'seats'));
    const teams = sittingsOfDay(state, day).flatMap(({ sitting }) => teamsOf(state, sitting, seats, staff));
    return [...seatsCommands(day, seats), ...teams];
  });
}

function teamsOf(
  state: CentreState,
  sitting: Sitting,
  seats: readonly Assignment[],
  staff: readonly Person[],
): readonly Command[] {
  const free = new Set(staff.filter(({ roles }) => roles.includes('invigilator')));
  return [...roomsUsed(state, sitting, seats)].flatMap(([room, { divisions, count }]): Command[] => {
    const take = (suits: (person: Person) => boolean) => {
      const found = [...free].find((each) => suits(each) && !each.teaches.some((division) => divisions.has(division)));
      if (found) free.delete(found);
      return found;
    };
    const lead = take(({ roles }) => roles.includes('roomLeadInvigilator'));
    if (!lead) return [];
    const others = Array.from({ length: Math.ceil(count / watchedByTwo) }, () => take(() => true)?.id);
    return [
      {
        kind: 'invigilators.assigned',
        about: { sitting: sitting.id, room },
        data: { lead: lead.id, others: others.filter((id) => id !== undefined) },
      },
    ];
  });
}

/** The rooms where somebody sits a paper of the sitting, with their divisions and number. */
function roomsUsed(state: CentreState, sitting: Sitting, seats: readonly Assignment[]) {
  const rooms = new Map<RoomId, { readonly divisions: Set<string>; count: number }>();
  for (const { candidate, seat } of seats) {
    const registered = fact(state, 'registrations', 'session', candidate)?.candidate;
    if (!registered || !paperSatBy(state, sitting, registered)) continue;
    const room = rooms.get(seat.room) ?? { divisions: new Set(), count: 0 };
    if (registered.division) room.divisions.add(registered.division);
    room.count += 1;
    rooms.set(seat.room, room);
  }
  return rooms;
}
