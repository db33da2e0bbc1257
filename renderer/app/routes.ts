import { type RoomId, roomId, type SittingId, sittingId } from '../../shared/kernel/ids';
import { hashFrom, partsOf, useHash } from '../parts/hash';

/** Where one may be. The address after `#` says it, so that a reload comes back to the same place. */
export type Route =
  | { readonly path: 'centre'; readonly sitting: SittingId | null }
  | { readonly path: 'salle'; readonly sitting: SittingId | null; readonly room: RoomId | null }
  /** The printed pages: which document, and for one sitting and one room where they are asked for. */
  | {
      readonly path: 'pages';
      readonly part: string | null;
      readonly sitting: SittingId | null;
      readonly room: RoomId | null;
    }
  | { readonly path: 'preparation'; readonly part: string | null }
  /** What the centre and headquarters tell each other. */
  | { readonly path: 'siege'; readonly part: string | null }
  /** The centre's own machines, and how they reach each other. */
  | { readonly path: 'reseau' }
  /** The USB key that carries entries between the centre's machines. */
  | { readonly path: 'cle' }
  | { readonly path: 'journal' }
  | { readonly path: 'verifier' }
  | { readonly path: 'team' }
  | { readonly path: 'clock'; readonly sitting: SittingId | null; readonly room: RoomId | null };

export type Path = Route['path'];

const home: Route = { path: 'centre', sitting: null };

/** The route an address names; one that names none leads home. */
export function routeOf(hash: string): Route {
  const [path = '', first, second, third] = partsOf(hash);
  switch (path) {
    case 'centre':
      return { path, sitting: sittingOf(first) };
    case 'salle':
    case 'clock':
      return { path, sitting: sittingOf(first), room: roomOf(second) };
    case 'pages':
      return { path, part: first || null, sitting: sittingOf(second), room: roomOf(third) };
    case 'preparation':
    case 'siege':
      return { path, part: first || null };
    case 'reseau':
    case 'cle':
    case 'journal':
    case 'verifier':
    case 'team':
      return { path };
    default:
      return home;
  }
}

export function hashOf(route: Route): string {
  const parts: (string | null)[] = [route.path];
  if (route.path === 'centre') parts.push(route.sitting);
  if (route.path === 'salle' || route.path === 'clock') parts.push(route.sitting, route.sitting && route.room);
  if (route.path === 'preparation' || route.path === 'siege') parts.push(route.part);
  if (route.path === 'pages') parts.push(route.part, route.part && route.sitting, route.sitting && route.room);
  return hashFrom(parts);
}

export function go(route: Route): void {
  window.location.hash = hashOf(route);
}

/** As `go`, without leaving the place before in the way back. */
export function goInstead(route: Route): void {
  window.location.replace(hashOf(route));
}

/** Where one is; the screen is drawn again when that changes. */
export function useRoute(): Route {
  return routeOf(useHash());
}

/** The first place of a path: what the rail leads to. */
export function startOf(path: Path): Route {
  return routeOf(`#/${path}`);
}

function sittingOf(part: string | undefined): SittingId | null {
  const parsed = sittingId.parse(part);
  return parsed.ok ? parsed.value : null;
}

function roomOf(part: string | undefined): RoomId | null {
  const parsed = roomId.parse(part);
  return parsed.ok ? parsed.value : null;
}
