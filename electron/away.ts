import { BrowserWindow, type PowerMonitor } from 'electron';
import type { Lock } from './access/lock';
import { tell } from './bridge/tell';

/**
 * Locks the desk when its machine goes to sleep or the system's own session is locked: whoever comes back types their
 * code. A machine that was asleep before it could say so says it as it wakes.
 */
export function lockWhenAway(monitor: PowerMonitor, journal: Promise<{ readonly lock: Lock }>): void {
  const away = () =>
    void journal.then(({ lock }) => {
      lock.lock();
      for (const { webContents } of BrowserWindow.getAllWindows()) tell(webContents, 'locked', undefined);
    });
  monitor.on('suspend', away);
  monitor.on('resume', away);
  monitor.on('lock-screen', away);
}
