import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { openingText } from '../../renderer/text/app';
import type { Draft } from '../../shared/kernel/statement';
import { type Desk, type LaunchOptions, launch, root } from './launch';

const scripts = new Map<string, Promise<string>>();

/** A file of test/support/page, bundled to run inside a page, where its exports will be `pageTools`. */
export function pageScript(file: string): Promise<string> {
  const known = scripts.get(file);
  if (known) return known;
  const script = bundle(path.join(root, 'test/support/page', file));
  scripts.set(file, script);
  return script;
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome130', lib: { entry, formats: ['iife'], name: 'pageTools' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('the page’s script was not bundled');
  return chunk.code;
}

/** The journal worker as an application ships it. */
function workerAddress(application: string): string {
  const built = application === root ? path.join(root, 'out/app') : application;
  const file = readdirSync(path.join(built, 'renderer/assets')).find((name) => /^journalWorker-.*\.js$/.test(name));
  if (!file) throw new Error('the bundle has no journal worker');
  return `app://cachet/assets/${file}`;
}

/** Starts the desk, waits until its journal is open, and gives the page its tools. */
export async function launchJournal(profile: string, options: LaunchOptions = {}): Promise<Desk> {
  const desk = await launch(profile, options);
  await journalOpen(desk.page);
  await giveTools(desk.page, options.application);
  return desk;
}

/** As `launchJournal`, once the page itself has done with the database: for a test that writes to it beside the page. */
export async function launchLevel(profile: string): Promise<Desk> {
  const desk = await launch(profile);
  await journalOpen(desk.page);
  await desk.page.waitForFunction(() => document.querySelector('#root [aria-busy="true"]') === null);
  await giveTools(desk.page);
  return desk;
}

export async function giveTools(page: Page, application = root): Promise<void> {
  const address = JSON.stringify(workerAddress(application));
  await page.evaluate(
    `${await pageScript('journalPage.ts')}; window.journalPage = pageTools.openJournalPage(${address});`,
  );
}

/** Waits until the opening screen has given way to the next one. */
export async function journalOpen(page: Page): Promise<void> {
  await page.waitForFunction(
    (opening) => {
      const heading = document.querySelector('#root h1');
      return heading !== null && heading.textContent !== opening;
    },
    openingText.name,
    { timeout: 170_000 },
  );
}

/** What the person is told at the start. */
export async function told(page: Page): Promise<string[]> {
  // what is said in passing is drawn after the screen that it is said on
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return page.locator('[data-tone], [role="status"] [role="group"] div').allTextContents();
}

/** Ends the whole application as a power cut would end its processes: at once, without a word. */
export async function kill({ app }: Desk): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the application has no process');
  const closed = app.waitForEvent('close');
  process.kill(-pid, 'SIGKILL');
  await closed;
}

/** Has the page write gestures of `size` entries one after the other, and tells which entries were acknowledged. */
export async function writeWithoutEnd({ page }: Desk, size: number, acknowledged: Set<string>): Promise<void> {
  await page.exposeFunction('acknowledged', (ids: readonly string[]) => {
    for (const id of ids) acknowledged.add(id);
  });
  await page.evaluate(
    (gesture) => {
      void window.journalPage.writeOn(JSON.parse(gesture), Reflect.get(window, 'acknowledged'));
    },
    JSON.stringify(aGesture('', size)),
  );
}

/** A gesture that the first-run actor may make; `text` makes each one different. */
export function aGesture(text: string, size = 1): readonly Draft[] {
  return Array.from({ length: size }, (_, at) => ({
    channel: 'session',
    kind: 'staff.published',
    version: 1,
    about: { session: 'BCG-2026' },
    data: {
      people: [
        { id: `P-${at}`, familyName: `Lefèvre ${text}`, givenNames: 'Zoé', roles: ['invigilator'], teaches: ['T1'] },
      ],
    },
    supersedes: [],
  }));
}
