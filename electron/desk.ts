import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { App } from 'electron';
import { accessOf } from '../shared/centre/access';
import { concernsCover, coverOfStatements } from '../shared/centre/cover';
import { permit } from '../shared/centre/permit';
import { instant } from '../shared/kernel/instant';
import { closeClock, openClock } from './bridge/handlers/clock';
import { cover } from './bridge/handlers/cover';
import { disk, tellDisk } from './bridge/handlers/disk';
import { environment } from './bridge/handlers/environment';
import { journalHandlers } from './bridge/handlers/journal';
import { printPdf } from './bridge/handlers/printPdf';
import { saveFile } from './bridge/handlers/saveFile';
import { type Gate, serveBridge } from './bridge/serve';
import { openDiskGuard } from './disk/openDiskGuard';
import { openJournal } from './journal/openJournal';
import { fileKeychain } from './keys/fileKeychain';
import { openDataKeys } from './keys/openDataKeys';
import { systemKeychain } from './keys/systemKeychain';
import type { Windows } from './windows';
import { machineZone } from './zone';

export interface DeskPorts {
  readonly app: App;
  readonly gate: Gate;
  readonly windows: Windows;
  /** How many requests to the network windows have made, all refused. */
  readonly refused: () => number;
  /** The folder that takes every saved file without asking, for tests; else null. */
  readonly saveTo: string | null;
  /** The file that stands for the system's keychain, for development and tests; else null. */
  readonly keychain: string | null;
}

/** Opens the journal and answers what windows ask; resolves once the journal is open. Loaded after the first window. */
export async function serveDesk({ app, gate, windows, refused, saveTo, keychain }: DeskPorts): Promise<void> {
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const monotonic = () => performance.now();
  const folder = app.getPath('userData');
  const guard = await openDiskGuard(folder, tellDisk);
  const journal = openJournal({
    folder,
    reserve: guard,
    keys: await openDataKeys(path.join(folder, 'data.key'), keychain ? fileKeychain(keychain) : systemKeychain, random),
    clock: { now: () => instant.of(Date.now()) },
    random,
    zone: machineZone(monotonic),
    monotonic,
    accessOf,
    cover: { concerns: concernsCover, coverOf: coverOfStatements },
    permit,
  });
  serveBridge(gate, {
    ...journalHandlers(journal, random, guard),
    cover: cover(journal),
    disk: disk(guard),
    environment: environment(app, refused),
    openClock: openClock(windows),
    closeClock: closeClock(windows),
    saveFile: saveFile(saveTo),
    printPdf: printPdf(app),
  });
  await journal;
}
