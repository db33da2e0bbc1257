import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import { electronDist, electronSwitches } from '../../build/electronDist.mjs';
import { keychain } from './keychain';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '../..');

const require = createRequire(import.meta.url);
const electronPackage = require.resolve('electron/index.js');

/** How long each part of a start may take on a machine that does much else, in milliseconds. */
const startsWithin = 60_000;

export interface Desk {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly page: Page;
  /** Errors and warnings on any window's console, oldest first. Tests end with it empty. */
  readonly complaints: readonly string[];
}

export interface LaunchOptions {
  /** The folder of another application than the desk. */
  readonly application?: string;
  /** The folder of another Electron than the one that all share. */
  readonly dist?: string;
  /** Further switches, e.g. `--demonstration`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What is started in the place of Electron, and starts it. */
  readonly executable?: string;
}

/** Starts the built application on a profile and waits for its first window's page. */
export async function launch(
  profile: string,
  { application = root, dist, args = [], env = {}, executable }: LaunchOptions = {},
): Promise<Desk> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = dist ?? (await electronDist());
  delete require.cache[electronPackage]; // it would give the Electron of this process's first launch ever after
  const app = await start({
    cwd: root,
    args: [...electronSwitches(), application, ...args],
    env: { ...inherited(), CACHET_USER_DATA: profile, CACHET_KEYCHAIN: keychain, ...env },
    timeout: startsWithin,
    ...(executable ? { executablePath: executable } : {}),
  });
  const complaints = listen(app); // before the first window exists, so that nothing is missed
  const page = await app.firstWindow({ timeout: startsWithin });
  // not `waitForLoadState`: on a busy machine the event may pass before anybody listens
  await page.waitForFunction(() => document.readyState === 'complete', null, { timeout: startsWithin });
  return { app, page, complaints };
}

/** Ozone's headless platform dies at birth once in some hundred starts, before any code of ours: it is born again once. */
async function start(options: Parameters<typeof electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await electron.launch(options);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('SIGSEGV')) throw error;
    console.warn(`Electron died at birth and is started again: ${error.message.split('\n')[0]}`);
    return electron.launch(options);
  }
}

function listen(app: ElectronApplication): readonly string[] {
  const complaints: string[] = [];
  app.context().on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  app.context().on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  return complaints;
}

/** This process's environment, in the form Playwright asks for. */
export function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

interface Fixtures {
  /** An empty folder for one test's data, deleted afterwards with whatever lies beside it. */
  readonly profile: string;
  /** Where saveFile puts what the desk saves, without asking. */
  readonly saved: string;
  /** A desk on the empty profile. Its console must have stayed silent when the test ends. */
  readonly desk: Desk;
}

function temporary(name: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `cachet-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

export const test = base.extend<Fixtures>({
  profile: async ({}, use) => {
    const { folder, remove } = temporary('profile');
    chmodSync(folder, 0o711); // somebody else may be given the profile
    const profile = path.join(folder, 'profile');
    mkdirSync(profile, { mode: 0o700 });
    await use(profile);
    remove();
  },
  saved: async ({}, use) => {
    const { folder, remove } = temporary('saved');
    await use(folder);
    remove();
  },
  desk: async ({ profile, saved }, use) => {
    const desk = await launch(profile, { env: { CACHET_SAVE_TO: saved } });
    await use(desk);
    await desk.app.close();
    expect(desk.complaints).toEqual([]);
  },
});

export { expect };
