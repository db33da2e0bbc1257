import { canonical } from '../../kernel/canonical';
import type { Day, RoomId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { Command } from '../catalogue';
import { compareText } from '../people/names';
import { expectedAt } from '../rooms/expected';
import type { Room } from '../rooms/kinds';
import { currentSitting, sittingsOfDay } from '../session/today';
import { type CentreState, fact, facts } from '../state';
import type { Admission } from './kinds';

/** The session's rooms, in the order in which their machines are handed out. */
export interface RoomsToServe {
  /** The exam day that is under way or comes next; null where the session has none. */
  readonly day: Day | null;
  /** Where somebody sits on that day, by name. */
  readonly ofDay: readonly Room[];
  readonly others: readonly Room[];
}

/** Which rooms a machine may be for. @param now the centre's hour */
export function roomsToServe(state: CentreState, now: Instant): RoomsToServe {
  const rooms = [...facts(state, 'rooms', 'session').values()].sort((a, b) => compareText(a.name, b.name));
  const day = currentSitting(state, now)?.sitting.day ?? null;
  const sittings = day === null ? [] : sittingsOfDay(state, day);
  const sat = new Set(sittings.flatMap(({ id }) => [...expectedAt(state, id).keys()]));
  return { day, ofDay: rooms.filter(({ id }) => sat.has(id)), others: rooms.filter(({ id }) => !sat.has(id)) };
}

/** By room, the machines that are in for it, by their devices. @param but a machine that is left aside */
export function machinesByRoom(state: CentreState, but: string | null = null): ReadonlyMap<RoomId, readonly string[]> {
  const found = new Map<RoomId, readonly string[]>();
  for (const [device, membership] of facts(state, 'memberships', 'session')) {
    if (membership.is !== 'admitted' || device === but) continue;
    for (const room of membership.rooms) found.set(room, [...(found.get(room) ?? []), device]);
  }
  return found;
}

/** The first room that has no machine, of those of the day where there are any; null where each has one. */
export function nextUnserved(state: CentreState, now: Instant): RoomId | null {
  const { ofDay, others } = roomsToServe(state, now);
  const served = machinesByRoom(state);
  return (ofDay.length > 0 ? ofDay : others).find(({ id }) => !served.has(id))?.id ?? null;
}

/** What changes as a machine's rooms do. */
export interface RoomsChange {
  readonly gained: readonly RoomId[];
  readonly lost: readonly RoomId[];
  /** Of those lost, the ones that no other machine is for. */
  readonly left: readonly RoomId[];
}

/** @param before the rooms that a machine is for, `after` those that it is to be for */
export function roomsChange(
  state: CentreState,
  device: string,
  before: readonly RoomId[],
  after: readonly RoomId[],
): RoomsChange {
  const others = machinesByRoom(state, device);
  const lost = before.filter((room) => !after.includes(room));
  return {
    gained: after.filter((room) => !before.includes(room)),
    lost,
    left: lost.filter((room) => !others.has(room)),
  };
}

/**
 * The head's word that gives a machine that is in other rooms, all else as it was; null for one that is not in, or whose
 * rooms stay what they are.
 * @param replaces the machine whose rooms it takes over, where it does
 */
export function roomsGiven(
  state: CentreState,
  device: string,
  rooms: readonly RoomId[],
  replaces: Admission['replaces'] = null,
): Command | null {
  const standing = fact(state, 'memberships', 'session', device);
  if (standing?.is !== 'admitted') return null;
  const same = canonical([...rooms].sort()) === canonical([...standing.rooms].sort());
  if (same && replaces === null) return null;
  const { name, wrapping, terms } = standing;
  return {
    kind: 'admission.given',
    about: { device },
    data: { name, wrapping, terms, rooms: [...rooms], replaces, changes: 'rooms' },
  };
}
