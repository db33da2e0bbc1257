import path from 'node:path';
import { app, ipcMain, Menu, session } from 'electron';
import { waitingGate } from './bridge/waitingGate';
import { confinePages } from './confine';
import { refuseNetwork } from './network';
import { refusePermissions } from './permissions';
import { chooseProfile } from './profile';
import { registerScheme, serveFolder } from './protocol';
import { refusedSwitches } from './startSwitches';
import { createWindows } from './windows';

const built = path.resolve(import.meta.dirname, '..');
const development = !app.isPackaged;

registerScheme();
// Root cannot have Chromium's sandbox: tests and development may run as root, a released program refuses the switch below
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.commandLine.appendSwitch('lang', 'fr-FR');
chooseProfile(app, process.env);
confinePages(app);

const refused = development ? [] : refusedSwitches(app.commandLine);
if (refused.length > 0) {
  console.error(`Cachet does not start with --${refused.join(', --')}`);
  app.exit(2);
} else if (app.requestSingleInstanceLock()) {
  start().catch((error) => {
    console.error(error);
    app.exit(1);
  });
} else app.exit(0);

/** The first window loads while this process still reads the rest of its program and opens the journal. */
async function start(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
  const scriptServed = serveFolder(path.join(built, 'renderer'));
  refusePermissions(session.defaultSession);
  const { refused } = refuseNetwork(session.defaultSession, development);
  const gate = waitingGate(ipcMain);
  const windows = createWindows(path.join(built, 'preload/index.cjs'));
  app.on('second-instance', () => windows.openDesk());
  app.on('activate', () => windows.openDesk());
  app.on('window-all-closed', () => app.quit());
  const shown = windows.openDesk();
  // not before the window has all it needs to begin: this process would keep it waiting, now both work at once
  await Promise.race([scriptServed, shown]);
  const { serveDesk } = await import('./desk');
  const saveTo = (development && process.env.CACHET_SAVE_TO) || null;
  await Promise.all([shown, serveDesk({ app, gate, windows, refused, saveTo })]);
}
