import type { NetworkState } from '../../shared/bridge/network';
import { type CentreState, facts } from '../../shared/exam/state';
import { MINUTE } from '../../shared/kernel/clockTime';
import type { RoomId } from '../../shared/kernel/ids';
import { type Instant, instant } from '../../shared/kernel/instant';

/** A room is told silent once no relay has heard of its machines for so long, in milliseconds. */
const SILENT_AFTER = 2 * MINUTE;

/** A room of whose machines no relay has heard for a while; of its exam that says nothing. */
export interface SilentRoom {
  readonly room: RoomId;
  /** The last contact, and how long ago that was when the relays were last asked, in milliseconds. */
  readonly last: Instant;
  readonly for: number;
}

/**
 * The rooms whose machines were in contact since `morning` and are not any more. What a relay tells is worth what it knew
 * when it told it: a relay that is not reached says nothing of the rooms.
 */
export function silentRooms(
  state: CentreState,
  { serving, heard, relays }: NetworkState,
  { now, morning }: { readonly now: Instant; readonly morning: Instant },
): readonly SilentRoom[] {
  const told = [
    ...(serving ? [{ heard, at: now }] : []),
    ...relays.flatMap(({ heard, heardAt }) =>
      heardAt !== null && now - heardAt < SILENT_AFTER ? [{ heard, at: heardAt }] : [],
    ),
  ];
  const asOf = told.reduce((latest, { at }) => Math.max(latest, at), 0);
  const contacts = new Map<RoomId, number>();
  for (const [device, membership] of facts(state, 'memberships', 'session')) {
    if (membership.is !== 'admitted') continue;
    const moments = told.flatMap((each) => each.heard.filter((one) => one.device === device).map(({ at }) => at));
    const last = moments.reduce((latest, at) => Math.max(latest, at), 0);
    if (last < morning) continue;
    for (const room of membership.rooms) contacts.set(room, Math.max(last, contacts.get(room) ?? 0));
  }
  return [...contacts]
    .filter(([, last]) => asOf - last >= SILENT_AFTER)
    .map(([room, last]) => ({ room, last: instant.of(last), for: asOf - last }));
}
