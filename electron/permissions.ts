import type { Session } from 'electron';
import { origin } from './origin';

const granted = new Set<string>(['persistent-storage', 'clipboard-sanitized-write']);

/** Milliseconds within which a page that was told it may asks for the camera. */
const cameraWithin = 10_000;

/** Lets the desk's page ask for the camera, once: a screen that reads a code says so before. */
export interface CameraGrant {
  allowOnce(): void;
}

/**
 * Electron grants everything by default; a desk needs storage that the system will not reclaim, and to copy the text a
 * person asks it to copy. It never reads the clipboard. The camera alone, without its sound, is granted when the screen
 * that reads codes has announced it. No other page is granted anything.
 * @param steady milliseconds of a clock that only goes forward
 */
export function refusePermissions(session: Session, steady: () => number): CameraGrant {
  let until = Number.NEGATIVE_INFINITY;
  const expected = () => steady() < until;
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    if (!isOurs(details.requestingUrl)) return answer(false);
    if (permission !== 'media') return answer(granted.has(permission));
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const grants = expected() && details.isMainFrame && types.length === 1 && types[0] === 'video';
    until = Number.NEGATIVE_INFINITY;
    answer(grants);
  });
  session.setPermissionCheckHandler((_contents, permission, asking, { mediaType }) => {
    if (!isOurs(asking)) return false;
    return permission === 'media' ? expected() && mediaType === 'video' : granted.has(permission);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  return {
    allowOnce() {
      until = steady() + cameraWithin;
    },
  };
}

const isOurs = (address: string): boolean => URL.canParse(address) && address.startsWith(`${origin}/`);
