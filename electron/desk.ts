import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type App, MessageChannelMain, powerMonitor, type WebContents } from 'electron';
import type { OpeningReport } from '../shared/bridge/journal';
import { accessOf } from '../shared/centre/access';
import { concernsCover, coverOfStatements } from '../shared/centre/cover';
import { permit } from '../shared/centre/permit';
import { bringsRecoveryKeys, recoveryKeysOf } from '../shared/centre/recoveryKeys';
import { instant } from '../shared/kernel/instant';
import { askPath } from './askPath';
import { lockWhenAway } from './away';
import { Deliveries } from './bridge/deliveries';
import { auditHandlers } from './bridge/handlers/audit';
import { closeClock, openClock } from './bridge/handlers/clock';
import { copiesHandlers } from './bridge/handlers/copies';
import { cover } from './bridge/handlers/cover';
import { disk, tellDisk } from './bridge/handlers/disk';
import { environment } from './bridge/handlers/environment';
import { exchangeHandlers } from './bridge/handlers/exchange';
import { journalHandlers } from './bridge/handlers/journal';
import { networkHandlers } from './bridge/handlers/network';
import { pairingHandlers } from './bridge/handlers/pairing';
import { printPdf, sweepPrints } from './bridge/handlers/printPdf';
import { saveFile } from './bridge/handlers/saveFile';
import { typedHandlers } from './bridge/handlers/typed';
import { vaultHandlers } from './bridge/handlers/vault';
import { type Gate, serveBridge } from './bridge/serve';
import { KnownCentre, openCopies } from './copies/openCopies';
import { rollCopies } from './copies/rolling';
import { openDiskGuard } from './disk/openDiskGuard';
import { openJournal } from './journal/openJournal';
import { encasedIn } from './keys/encased';
import { fileKeychain } from './keys/fileKeychain';
import { inThread } from './keys/inThread';
import { systemKeychain } from './keys/systemKeychain';
import { Vault } from './keys/vault';
import type { CameraGrant } from './permissions';
import { RelayBook } from './relay/relayBook';
import type { Windows } from './windows';
import { machineZone } from './zone';

export interface DeskPorts {
  readonly app: App;
  readonly gate: Gate;
  readonly windows: Windows;
  readonly camera: CameraGrant;
  /** How many requests to the network windows have made, all refused. */
  readonly requestsRefused: () => number;
  /** The folder of the built program. */
  readonly built: string;
  /** The folder that takes every saved file without asking, for tests; else null. */
  readonly saveTo: string | null;
  /** The folder that copies go to, and the copy that is taken back, without asking, for tests; else null. */
  readonly copyTo: string | null;
  readonly copyFrom: string | null;
  /** The file that stands for the system's keychain, for development, tests and inspections; else null. */
  readonly keychain: string | null;
}

/**
 * Opens the journal and answers what windows ask; resolves once the journal is open, with what opening found. Loaded
 * after the first window.
 */
export async function serveDesk({
  app,
  gate,
  windows,
  camera,
  requestsRefused,
  built,
  saveTo,
  copyTo,
  copyFrom,
  keychain,
}: DeskPorts): Promise<OpeningReport> {
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const monotonic = () => performance.now();
  const folder = app.getPath('userData');
  const guard = await openDiskGuard(folder, tellDisk);
  const vault = Vault.open({
    file: path.join(folder, 'data.key'),
    found: keychain ? fileKeychain(keychain, random) : systemKeychain(),
    stretch: inThread(path.join(built, 'stretch/index.js')),
    random,
    monotonic,
    encased: () => encasedIn(path.join(folder, 'journal')),
  });
  const clock = { now: () => instant.of(Date.now()) };
  const known = new KnownCentre();
  const book = new RelayBook();
  let ahead: () => number | null = () => null;
  const journal = vault.then(async (opened) =>
    openJournal({
      folder,
      reserve: guard,
      keys: await opened.keys,
      clock,
      random,
      zone: machineZone(monotonic),
      offset: () => ahead(),
      monotonic,
      accessOf,
      cover: { concerns: concernsCover, coverOf: coverOfStatements },
      permit,
      learner: {
        concerns: (kind) => bringsRecoveryKeys(kind) || book.concerns(kind),
        meet: (entry) => {
          book.meet(entry);
          known.meet(entry);
          void opened.learn(recoveryKeysOf(entry)).catch(console.error);
        },
      },
    }),
  );
  const version = app.getVersion();
  const copies = Promise.all([vault, journal]).then(async ([kept, opened]) =>
    openCopies({
      folder,
      keys: await kept.keys,
      machineKeys: () => kept.sealedKeys,
      journal: opened,
      known,
      version,
      clock,
      random,
      monotonic,
    }),
  );
  rollCopies(app, copies).catch(console.error);
  const exchanges = journal.then(async (opened) => {
    const { startExchange } = await import('./exchange/startExchange');
    const started = await startExchange({ app, journal: opened, known, book, clock, random, steady: monotonic });
    ahead = () => started.network.centre.ahead;
    return started;
  });
  exchanges.catch(console.error);
  const deliveries = new Deliveries(() => new MessageChannelMain());
  lockWhenAway(powerMonitor, journal);
  serveBridge(gate, {
    ...journalHandlers<WebContents>(journal, random, guard, (page) => deliveries.to(page)),
    openDelivery: (_nothing, page) => deliveries.open(page),
    ...vaultHandlers(vault, journal, app),
    ...auditHandlers(journal, monotonic),
    ...copiesHandlers(copies, journal, askPath({ folder: copyTo, file: copyFrom })),
    ...typedHandlers(journal),
    ...exchangeHandlers(exchanges.then(({ headquarters }) => headquarters)),
    ...networkHandlers(exchanges.then(({ network }) => network.centre)),
    ...pairingHandlers(
      exchanges.then(({ network }) => network),
      camera,
    ),
    cover: cover(journal),
    disk: disk(guard),
    environment: environment(app, requestsRefused),
    openClock: openClock(windows),
    closeClock: closeClock(windows),
    saveFile: saveFile(saveTo),
    printPdf: printPdf(app),
  });
  const [{ report }] = await Promise.all([journal, sweepPrints(app.getPath('temp'))]);
  return report;
}
