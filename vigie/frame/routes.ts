import { hashFrom, partsOf, useHash } from '../../renderer/parts/hash';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { type MessageId, messageId, type RoomId, roomId, type SittingId, sittingId } from '../../shared/kernel/ids';

/** Where one may be. The address after `#` says it, so that a reload comes back to the same place. */
export type Route =
  | { readonly path: 'centres' }
  | {
      readonly path: 'centre';
      readonly centre: CentreCode;
      readonly sitting: SittingId | null;
      readonly room: RoomId | null;
    }
  | { readonly path: 'messages'; readonly message: MessageId | null }
  /** A message to be written: to one centre, or to those that are chosen there. */
  | { readonly path: 'write'; readonly centre: CentreCode | null }
  | { readonly path: 'administration'; readonly part: string | null };

export type Path = Route['path'];

/** The route an address names; one that names none leads to all centres. */
export function routeOf(hash: string): Route {
  const [path = '', first = '', second = '', third = ''] = partsOf(hash);
  const centre = centreCode.parse(first);
  const [sitting, room] = [sittingId.parse(second), roomId.parse(third)];
  if (path === 'centre' && centre.ok)
    return {
      path,
      centre: centre.value,
      sitting: sitting.ok ? sitting.value : null,
      room: sitting.ok && room.ok ? room.value : null,
    };
  const message = messageId.parse(first);
  if (path === 'messages') return { path, message: message.ok ? message.value : null };
  if (path === 'write') return { path, centre: centre.ok ? centre.value : null };
  if (path === 'administration') return { path, part: first || null };
  return { path: 'centres' };
}

export function hashOf(route: Route): string {
  const parts: (string | null)[] = [route.path];
  if (route.path === 'centre') parts.push(route.centre, route.sitting, route.sitting && route.room);
  if (route.path === 'messages') parts.push(route.message);
  if (route.path === 'write') parts.push(route.centre);
  if (route.path === 'administration') parts.push(route.part);
  return hashFrom(parts);
}

export function go(route: Route): void {
  window.location.hash = hashOf(route);
}

/** Where one is; the screen is drawn again when that changes. */
export function useRoute(): Route {
  return routeOf(useHash());
}
