import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, session } from 'electron';
import { waitingGate } from './bridge/waitingGate';
import { confinePages, refuseDownloads } from './confine';
import { installedFingerprints } from './installation/fingerprints';
import { openEmptyProfile, tellInstallation } from './installation/inspect';
import { storageReasonOf } from './journal/fileStore';
import { LaterForm } from './laterForm';
import { refuseNetwork } from './network';
import { refusePermissions } from './permissions';
import { chooseProfile } from './profile';
import { registerScheme, serveFolder } from './protocol';
import { isSoleInstance } from './soleInstance';
import { inspectionSwitch, refusedSwitches } from './startSwitches';
import { text } from './text';
import { createWindows } from './windows';

const built = path.resolve(import.meta.dirname, '..');
const development = !app.isPackaged;

const inspecting = app.commandLine.hasSwitch(inspectionSwitch);
const fingerprints = installedFingerprints(app);

registerScheme();
// Root cannot have Chromium's sandbox: tests and development may run as root, a released program refuses the switch below
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.commandLine.appendSwitch('lang', 'fr-FR');
if (inspecting) openEmptyProfile(app);
else chooseProfile(app, process.env);
confinePages(app);

const refused = development ? [] : refusedSwitches(process.argv.slice(1), process.platform);
if (refused.length > 0) refuse(text.refusedSwitches(refused), 2);
else if (isSoleInstance(app)) {
  start().catch((error) => {
    console.error(error);
    refuse(error instanceof LaterForm ? text.later : text.notOpened(storageReasonOf(error)), 1);
  });
} else app.exit(0);

/** Ends the program with a sentence: in a window of the system, or on the error output where there can be none. */
function refuse(why: string, exitCode: number): void {
  if (app.commandLine.getSwitchValue('ozone-platform') === 'headless') console.error(why);
  else dialog.showErrorBox(text.title, why);
  app.exit(exitCode);
}

/** The first window loads while this process still reads the rest of its program and opens the journal. */
async function start(): Promise<void> {
  const damaged = (await fingerprints?.damagedCode()) ?? [];
  if (damaged.length > 0 && !inspecting) {
    await app.whenReady(); // Linux shows no window before
    return refuse(text.damaged(damaged), 3);
  }
  await app.whenReady();
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
  const scriptServed = serveFolder(path.join(built, 'renderer'));
  const camera = refusePermissions(session.defaultSession, () => performance.now());
  refuseDownloads(session.defaultSession);
  const { refused: requestsRefused } = refuseNetwork(session.defaultSession, development);
  const gate = waitingGate(ipcMain);
  const windows = createWindows(path.join(built, 'preload/index.cjs'));
  app.on('second-instance', () => windows.openDesk());
  app.on('activate', () => windows.openDesk());
  app.on('window-all-closed', () => app.quit());
  const shown = windows.openDesk();
  // not before the window has all it needs to begin: this process would keep it waiting, now both work at once
  await Promise.race([scriptServed, shown]);
  const { serveDesk } = await import('./desk');
  const { CACHET_SAVE_TO, CACHET_KEYCHAIN, CACHET_COPY_TO, CACHET_COPY_FROM, CACHET_KEY_AT } = development
    ? process.env
    : {};
  const keychain = inspecting ? path.join(app.getPath('userData'), 'keychain') : CACHET_KEYCHAIN || null;
  const chosen = {
    saveTo: CACHET_SAVE_TO || null,
    copyTo: CACHET_COPY_TO || null,
    copyFrom: CACHET_COPY_FROM || null,
    keyAt: CACHET_KEY_AT || null,
  };
  const serving = serveDesk({ app, gate, windows, camera, requestsRefused, built, keychain, ...chosen });
  const [opening] = await Promise.all([serving, shown]);
  const [desk] = BrowserWindow.getAllWindows();
  if (inspecting && desk !== undefined)
    await tellInstallation(app, desk.webContents, { fingerprints, requestsRefused, journal: opening });
}
