import { allocate } from '../../../shared/allocation/allocate';
import { allocationRequest } from '../../../shared/allocation/day';
import type { Assignment } from '../../../shared/allocation/request';
import type { Command } from '../../../shared/exam/catalogue';
import { concerns } from '../../../shared/exam/papers/entitled';
import type { Sitting } from '../../../shared/exam/papers/kinds';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { Person } from '../../../shared/exam/staff/kinds';
import { type CentreState, fact, facts } from '../../../shared/exam/state';
import type { ImportContent } from '../../../shared/formats/content';
import type { RoomId } from '../../../shared/kernel/ids';
import type { Part } from '../importing/useWriting';
import { seatsCommands } from '../placement/moves';

/** Candidates whom two invigilators watch; one more person for each further such number begun. */
const watchedByTwo = 25;

/**
 * What makes a demonstration ready to be played: everyone seated on every day, and for each room of each sitting a lead
 * and others, none of whom teaches somebody who composes there. `state` tells what is written by then;
 * each part is worked out when its turn comes.
 */
export function rehearsal(content: ImportContent, state: () => CentreState): readonly Part[] {
  const days = [...new Set(content.sittings.map((sitting) => sitting.day))];
  return days.flatMap((day): Part[] => {
    let known: readonly Assignment[] | null = null;
    const seats = () => {
      known ??= allocate(allocationRequest(state(), day, 'nothing')).seats;
      return known;
    };
    const sittings = content.sittings.filter((sitting) => sitting.day === day);
    return [() => seatsCommands(day, seats()), ...sittings.map((sitting) => () => teamsOf(state(), sitting, seats()))];
  });
}

function teamsOf(state: CentreState, sitting: Sitting, seats: readonly Assignment[]): readonly Command[] {
  const staff = [...facts(state, 'staff', 'session').values()];
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
  const papers = sitting.papers.flatMap((id) => fact(state, 'papers', 'session', id) ?? []);
  const sits = (candidate: Candidate) => papers.some((paper) => concerns(paper, candidate));
  const rooms = new Map<RoomId, { readonly divisions: Set<string>; count: number }>();
  for (const { candidate, seat } of seats) {
    const registered = fact(state, 'registrations', 'session', candidate)?.candidate;
    if (!registered || !sits(registered)) continue;
    const room = rooms.get(seat.room) ?? { divisions: new Set(), count: 0 };
    if (registered.division) room.divisions.add(registered.division);
    room.count += 1;
    rooms.set(seat.room, room);
  }
  return rooms;
}
