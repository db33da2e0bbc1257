import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App, WebContents } from 'electron';
import type { OpeningReport } from '../../shared/bridge/journal';
import { text } from '../text';
import { installationFaults } from './faults';
import type { Fingerprints } from './fingerprints';
import { lookAtPage, openReader } from './lookAtPage';
import type { Installation, Screen } from './report';

/** How long a screen may take to come, in ms: an old machine's first start, and more. */
const patience = 30_000;

/**
 * An empty profile: an inspection neither reads nor touches the centre's data. It is deleted when the program ends; Chromium,
 * which ends later, may leave an empty cache there.
 */
export function openEmptyProfile(app: App): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-verification-'));
  app.setPath('userData', folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

interface InspectionPorts {
  /** Null where Electron itself checks the program's files. */
  readonly fingerprints: Fingerprints | null;
  readonly requestsRefused: () => number;
  readonly journal: OpeningReport;
}

/** Prints what this installation looks like and what is wrong with it, in French sentences, and ends: with 0 when nothing is. */
export async function tellInstallation(app: App, desk: WebContents, ports: InspectionPorts): Promise<void> {
  const seen = await inspectInstallation(app, desk, ports);
  const faults = installationFaults(seen);
  const report = JSON.stringify({ ...seen, faults: faults.map(text.fault) }, null, 2);
  process.stdout.write(`${report}\n`, () => app.exit(faults.length === 0 ? 0 : 1));
}

async function inspectInstallation(app: App, desk: WebContents, ports: InspectionPorts): Promise<Installation> {
  const { fingerprints, journal } = ports;
  const screens = await walk(desk);
  return {
    name: app.name,
    version: app.getVersion(),
    packaged: app.isPackaged,
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    platform: process.platform,
    arch: process.arch,
    files: fingerprints && { checked: fingerprints.files, damaged: await fingerprints.damaged() },
    page: await lookAtPage(app, desk),
    screens,
    requestsRefused: ports.requestsRefused(),
    journal,
  };
}

/** The first screen, and the one that its first choice leads to. */
async function walk(desk: WebContents): Promise<readonly Screen[]> {
  const reader = openReader(desk);
  const first = await reader.until(({ buttons }) => buttons.length > 0, patience);
  reader.press('Tab');
  const chosen = await reader.until(({ focused }) => focused !== null, patience);
  reader.press('Enter');
  const next = await reader.until(({ buttons }) => buttons.join() !== first.buttons.join(), patience);
  reader.close();
  return [{ ...first, focused: chosen.focused }, next];
}
