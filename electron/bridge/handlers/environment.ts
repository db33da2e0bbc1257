import type { App } from 'electron';
import type { Handler } from '../serve';

/** @param refused how many requests to the network windows have made, all refused */
export function environment(app: App, refused: () => number): Handler<'environment'> {
  const platform = knownPlatform();
  return () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    platform,
    packaged: app.isPackaged,
    demonstrationRequested: app.commandLine.hasSwitch('demonstration'),
    requestsRefused: refused(),
  });
}

function knownPlatform() {
  const { platform } = process;
  if (platform === 'linux' || platform === 'darwin' || platform === 'win32') return platform;
  throw new Error(`Cachet does not run on ${platform}`);
}
