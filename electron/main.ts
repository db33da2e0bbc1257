import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { app, ipcMain, Menu, session } from 'electron';
import { accessOf } from '../shared/centre/access';
import { permit } from '../shared/centre/permit';
import { recoveryKeysOf } from '../shared/centre/recoveryKeys';
import { instant } from '../shared/kernel/instant';
import { askPath } from './askPath';
import { closeClock, openClock } from './bridge/handlers/clock';
import { copiesHandlers } from './bridge/handlers/copies';
import { environment } from './bridge/handlers/environment';
import { journalHandlers } from './bridge/handlers/journal';
import { printPdf } from './bridge/handlers/printPdf';
import { saveFile } from './bridge/handlers/saveFile';
import { vaultHandlers } from './bridge/handlers/vault';
import { serveBridge } from './bridge/serve';
import { confinePages } from './confine';
import { KnownCentre, openCopies } from './copies/openCopies';
import { rollCopies } from './copies/rolling';
import { openJournal } from './journal/openJournal';
import { encasedIn } from './keys/encased';
import { fileKeychain } from './keys/fileKeychain';
import { inThread } from './keys/inThread';
import { systemKeychain } from './keys/systemKeychain';
import { Vault } from './keys/vault';
import { refuseNetwork } from './network';
import { refusePermissions } from './permissions';
import { chooseProfile } from './profile';
import { registerScheme, serveFolder } from './protocol';
import { refusedSwitches } from './startSwitches';
import { createWindows } from './windows';
import { machineZone } from './zone';

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
  const monotonic = () => performance.now();
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const folder = app.getPath('userData');
  const keychainFile = development && process.env.CACHET_KEYCHAIN;
  const vault = app.whenReady().then(() =>
    Vault.open({
      file: path.join(folder, 'data.key'),
      found: keychainFile ? fileKeychain(keychainFile, random) : systemKeychain(),
      stretch: inThread(path.join(built, 'stretch/index.js')),
      random,
      monotonic,
      encased: () => encasedIn(path.join(folder, 'journal')),
    }),
  );
  const clock = { now: () => instant.of(Date.now()) };
  const known = new KnownCentre();
  const journal = vault.then(async (opened) =>
    openJournal({
      folder,
      keys: await opened.keys,
      clock,
      random,
      zone: machineZone(monotonic),
      monotonic,
      accessOf,
      permit,
      met: (entry) => {
        known.meet(entry);
        void opened.learn(recoveryKeysOf(entry)).catch(console.error);
      },
    }),
  );
  const version = app.getVersion();
  const copies = Promise.all([vault, journal]).then(async ([{ keys }, opened]) =>
    openCopies({ folder, keys: await keys, journal: opened, known, version, clock, random, monotonic }),
  );
  const paths = askPath({
    folder: (development && process.env.CACHET_COPY_TO) || null,
    file: (development && process.env.CACHET_COPY_FROM) || null,
  });
  rollCopies(
    app,
    copies.then(({ safe }) => safe),
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
    ...vaultHandlers(vault, journal, app),
    ...copiesHandlers(copies, journal, paths),
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
