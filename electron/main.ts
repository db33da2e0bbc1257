import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { app, ipcMain, Menu, session } from 'electron';
import { accessOf } from '../shared/centre/access';
import { permit } from '../shared/centre/permit';
import { instant } from '../shared/kernel/instant';
import { closeClock, openClock } from './bridge/handlers/clock';
import { environment } from './bridge/handlers/environment';
import { journalHandlers } from './bridge/handlers/journal';
import { printPdf } from './bridge/handlers/printPdf';
import { saveFile } from './bridge/handlers/saveFile';
import { serveBridge } from './bridge/serve';
import { confinePages } from './confine';
import { openJournal } from './journal/openJournal';
import { fileKeychain } from './keys/fileKeychain';
import { openDataKeys } from './keys/openDataKeys';
import { systemKeychain } from './keys/systemKeychain';
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

async function start(): Promise<void> {
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const folder = app.getPath('userData');
  const keychainFile = development && process.env.CACHET_KEYCHAIN;
  const keychain = keychainFile ? fileKeychain(keychainFile) : systemKeychain;
  const journal = app.whenReady().then(async () =>
    openJournal({
      folder,
      keys: await openDataKeys(path.join(folder, 'data.key'), keychain, random),
      clock: { now: () => instant.of(Date.now()) },
      random,
      zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      monotonic: () => performance.now(),
      accessOf,
      permit,
    }),
  );
  await app.whenReady();
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
  serveFolder(path.join(built, 'renderer'));
  refusePermissions(session.defaultSession);
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
  await Promise.all([journal, windows.openDesk()]);
}
