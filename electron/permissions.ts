import type { Session } from 'electron';
import { origin } from './origin';

const granted = new Set<string>(['persistent-storage', 'clipboard-sanitized-write']);

/**
 * Electron grants everything by default; a desk needs storage that the system will not reclaim, and to copy the text a
 * person asks it to copy. It never reads the clipboard. No other page is granted anything.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(granted.has(permission) && isOurs(requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, asking) => granted.has(permission) && isOurs(asking));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

const isOurs = (address: string): boolean => URL.canParse(address) && address.startsWith(`${origin}/`);
