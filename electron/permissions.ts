import type { Session } from 'electron';

const granted = new Set<string>(['persistent-storage', 'clipboard-sanitized-write']);

/**
 * Electron grants everything by default; a desk needs storage that the system will not reclaim, and to copy the text a
 * person asks it to copy. It never reads the clipboard.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
