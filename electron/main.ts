import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, session } from 'electron';
import { accessOf } from '../shared/centre/access';
import { permit } from '../shared/centre/permit';
import { instant } from '../shared/kernel/instant';
import { closeClock, openClock } from './bridge/handlers/clock';
import { environment } from './bridge/handlers/environment';
import { journalHandlers } from './bridge/handlers/journal';
import { printPdf } from './bridge/handlers/printPdf';
import { saveFile } from './bridge/handlers/saveFile';
import { serveBridge } from './bridge/serve';
import { confinePages, refuseDownloads } from './confine';
import { installedFingerprints } from './installation/fingerprints';
import { openEmptyProfile, tellInstallation } from './installation/inspect';
import { openJournal } from './journal/openJournal';
import { refuseNetwork } from './network';
import { refusePermissions } from './permissions';
import { chooseProfile } from './profile';
import { registerScheme, serveFolder } from './protocol';
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
else if (app.requestSingleInstanceLock()) {
  start().catch((error) => {
    console.error(error);
    app.exit(1);
  });
} else app.exit(0);

/** Ends the program with a sentence: in a window of the system, or on the error output where there can be none. */
function refuse(why: string, exitCode: number): void {
  if (app.commandLine.getSwitchValue('ozone-platform') === 'headless') console.error(why);
  else dialog.showErrorBox(text.title, why);
  app.exit(exitCode);
}

async function start(): Promise<void> {
  const damaged = (await fingerprints?.damagedCode()) ?? [];
  if (damaged.length > 0 && !inspecting) {
    await app.whenReady(); // Linux shows no window before
    return refuse(text.damaged(damaged), 3);
  }
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const journal = openJournal({
    folder: app.getPath('userData'),
    clock: { now: () => instant.of(Date.now()) },
    random,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    monotonic: () => performance.now(),
    accessOf,
    permit,
  });
  await app.whenReady();
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
  serveFolder(path.join(built, 'renderer'));
  refusePermissions(session.defaultSession);
  refuseDownloads(session.defaultSession);
  const network = refuseNetwork(session.defaultSession, development);
  const windows = createWindows(path.join(built, 'preload/index.cjs'));
  serveBridge(ipcMain, {
    ...journalHandlers(journal, random),
    environment: environment(app, network.refused),
    openClock: openClock(windows),
    closeClock: closeClock(windows),
    saveFile: saveFile((development && process.env.CACHET_SAVE_TO) || null),
    printPdf: printPdf(app),
  });
  app.on('second-instance', () => windows.openDesk());
  app.on('activate', () => windows.openDesk());
  app.on('window-all-closed', () => app.quit());
  const [{ report: opening }] = await Promise.all([journal, windows.openDesk()]);
  const [desk] = BrowserWindow.getAllWindows();
  if (inspecting && desk !== undefined)
    await tellInstallation(app, desk.webContents, { fingerprints, requestsRefused: network.refused, journal: opening });
}
