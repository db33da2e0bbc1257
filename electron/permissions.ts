import type { Session } from 'electron';

const granted = new Set<string>(['persistent-storage']);

/** Electron grants everything by default; a desk needs nothing but storage that the system will not reclaim. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
