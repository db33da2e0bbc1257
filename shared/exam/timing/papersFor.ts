import type { Paper } from '../papers/kinds';
import type { Place } from '../rooms/conditions';
import { papersInRoom, rollOf } from '../rooms/roll';
import { type CentreState, fact } from '../state';

/** The papers whose subjects a room needs: those its roll sits, and those given out later that hold them. */
export function papersFor(state: CentreState, place: Place): readonly Paper[] {
  const sat = papersInRoom(rollOf(state, place.sitting, place.room));
  const ids = new Set(sat.map((each) => each.id));
  const later = sat.flatMap(({ heldUntil }) =>
    heldUntil === null || ids.has(heldUntil) ? [] : (fact(state, 'papers', 'session', heldUntil) ?? []),
  );
  return [...sat, ...later];
}
