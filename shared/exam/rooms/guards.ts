import type { Day, PersonId } from '../../kernel/ids';
import { dayOf } from '../../kernel/instant';
import { firstRefusal, type Guards } from '../guard';
import { type Refusal, refusal } from '../refusal';
import { sittingsOfDay, zoneOf } from '../session/today';
import { type CentreState, fact } from '../state';
import { type Place, roomOpen, unknown } from './conditions';
import { isRoomContested } from './contested';
import { type RoomCheckPoint, roomCheckPoints } from './kinds';
import { rollOf } from './roll';
import { seatedDays, seating } from './seating';
import { seatsAgree } from './seatsAgree';
import { hasTable } from './tables';

const ruleOfPoint: Readonly<Record<RoomCheckPoint, Refusal['rule']>> = {
  noDocuments: 'R-007',
  noCommunication: 'R-008',
  oneCandidatePerTable: 'R-009',
  spacing: 'R-010',
  scratchPaperColours: 'R-011',
  nothingLeftBehind: 'R-012',
  fraudNoticePosted: 'R-016',
  boardWritten: 'R-084',
};

export const roomGuards: Guards<
  'rooms.published' | 'room.removed' | 'seats.assigned' | 'invigilators.assigned' | 'room.checked'
> = {
  /** A table where someone is seated today or later is neither switched off nor cut away. */
  'rooms.published': ({ data }, { state, now }) => {
    const today = dayOf(now, zoneOf(state));
    const days = satDays(state).filter((day) => day >= today);
    for (const room of data.rooms) {
      for (const day of days) {
        const seated = seating(state, day).get(room.id) ?? [];
        const lost = seated.find((each) => !hasTable(room, each.table));
        if (lost) return refusal('R-009', { kind: 'table-off', table: lost.table });
      }
    }
    return null;
  },
  'room.removed': ({ about }, { state }) => {
    if (!fact(state, 'rooms', 'session', about.room) && !isRoomContested(state, about.room)) return unknown('room');
    const used = satDays(state).some((day) => (seating(state, day).get(about.room)?.length ?? 0) > 0);
    return used ? refusal('house', { kind: 'room-in-use', room: about.room }) : null;
  },
  'seats.assigned': seatsAgree,
  'invigilators.assigned': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => teachesHere(occasion.state, about, [data.lead, ...data.others]),
    ),
  /** Every point is ticked, or the remark says what is wrong with the others. */
  'room.checked': ({ about, data }, occasion) =>
    firstRefusal(
      occasion,
      () => roomOpen(occasion.state, about),
      () => {
        const missing = roomCheckPoints.filter((point) => !data.points.includes(point));
        const [first] = missing;
        if (!first || data.remark.trim() !== '') return null;
        return refusal(ruleOfPoint[first], { kind: 'check-incomplete', missing });
      },
    ),
};

/** The days for which seats were given and on which something is sat: the seats of a day taken off hold nobody. */
function satDays(state: CentreState): readonly Day[] {
  return seatedDays(state).filter((day) => sittingsOfDay(state, day).length > 0);
}

/** invigilators are never the teachers of pupils who compose there; nobody may set that aside. */
function teachesHere(state: CentreState, place: Place, team: readonly PersonId[]): Refusal | null {
  const divisions = new Set(rollOf(state, place.sitting, place.room).map((line) => line.division));
  for (const id of team) {
    const person = fact(state, 'staff', 'session', id);
    if (!person) return unknown('person');
    const division = person.teaches.find((each) => divisions.has(each));
    if (division) return refusal('R-041', { kind: 'teaches-here', person: person.id, division });
  }
  return null;
}
