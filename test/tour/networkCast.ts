import type { Room } from '../../shared/exam/rooms/kinds';
import type { Role } from '../../shared/kernel/role';
import { demonstrationDossier } from '../support/preparation';
import { morning } from './headquarters';

const dossier = demonstrationDossier('M', 1, morning);

/** The nth person of the demonstration's centre who has a role. */
function person(role: Role, at = 0) {
  const found = dossier.staff.filter(({ roles }) => roles.includes(role))[at];
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
}

function room(at: number): Room {
  const found = dossier.rooms[at];
  if (!found) throw new Error('the demonstration has rooms');
  return found;
}

/** Who is where on the morning of the centre's own network. */
export const cast = {
  head: person('centreHead'),
  deputy: person('deputyCentreHead'),
  leadA: person('roomLeadInvigilator', 0),
  leadB: person('roomLeadInvigilator', 1),
  leadC: person('roomLeadInvigilator', 2),
  roomA: room(0),
  roomB: room(1),
  roomC: room(2),
} as const;

/** The address of a room's desk at the first sitting. */
export function routeOf({ id }: Room): string {
  const [sitting] = dossier.sittings;
  if (!sitting) throw new Error('the demonstration has a sitting');
  return `#/salle/${sitting.id}/${id}`;
}
