import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { nodeFileStore } from '../../electron/journal/nodeFileStore';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { casingOf } from '../support/casings';
import { giveTools, journalOpen } from '../support/deskJournal';
import { Writer } from '../support/devices';
import { journalFiles } from '../support/journalFiles';
import { launch } from '../support/launch';

const devices = 30;
const candidates = 55;

/** What a room's machine writes of one sitting after the other: each candidate there, then their identity checked. */
function nextOf(room: number, at: number): Partial<Draft> {
  const candidate = `C-${room}-${at % candidates}`;
  const about = { sitting: `S-${Math.floor(at / candidates / 2)}`, room: `R-${room}` };
  if (Math.floor(at / candidates) % 2 === 0)
    return { kind: 'attendance.recorded', about, data: { status: 'present', candidates: [candidate] } };
  return { kind: 'identity.recorded', about: { ...about, candidate }, data: { outcome: 'checked' } };
}

/** Writes a black box of thirty devices, started so many times each; returns how many bytes an entry takes there. */
async function fill(profile: string, entries: number, launches: number): Promise<number> {
  const folder = path.join(profile, 'journal');
  const files = await nodeFileStore(folder);
  const { box } = await openBlackBox({ files, check: () => true, casing: await casingOf(profile) });
  const reached = (room: number, launch: number) =>
    Math.floor((entries * (launch * devices + room)) / launches / devices);
  for (let launch = 0; launch < launches; launch++) {
    for (let room = 0; room < devices; room++) {
      const writer = new Writer(`device ${room}`, String(launch).padStart(11, 'A'));
      const count = reached(room + 1, launch) - reached(room, launch);
      const run = Array.from({ length: count }, (_, at) => writer.next('', nextOf(room, launch * count + at)));
      unwrap(await box.append(run));
    }
  }
  await box.close();
  const sizes = (await files.list()).map((name) => statSync(path.join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / entries;
}

interface Opening {
  /** From the window's first script to the journal open. */
  readonly open: number;
  /** How long the window did not answer, each time it was over 50 ms. */
  readonly tasks: readonly number[];
  readonly readAll: number;
}

async function opening(profile: string, entries: number): Promise<Opening> {
  const { app, page } = await launch(profile);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await journalOpen(page);
  const open = await page.evaluate(() => performance.now());
  const tasks: readonly number[] = await page.evaluate(() => Reflect.get(window, 'longTasks'));
  await giveTools(page);
  const started = performance.now();
  const read = await page.evaluate(async () => (await window.journalPage.idsInFile()).length);
  const readAll = performance.now() - started;
  await app.close();
  expect(read).toBe(entries);
  return { open, tasks, readAll };
}

/** `first`: nothing of the files was checked yet, and there is no database. */
const states = ['first', 'level', 'rebuilt'] as const;

test('opening a journal of 50,000 entries, in few streams and in many, the database level and lost', async () => {
  test.setTimeout(900_000);
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  for (const [entries, launches] of [
    [5_000, 1],
    [50_000, 1],
    [50_000, 100],
  ] as const) {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-opening-'));
    const size = await fill(profile, entries, launches);
    console.log(`${entries} entries in ${launches * devices} streams, ${size.toFixed(0)} bytes each in the black box`);
    for (const state of states) {
      if (state === 'rebuilt') journalFiles(profile).deleteBase();
      const { open, tasks, readAll } = await opening(profile, entries);
      const long =
        tasks.length > 0
          ? `${tasks.length} tasks over 50 ms, the longest ${Math.max(...tasks)} ms`
          : 'no task over 50 ms';
      const load = os.loadavg()[0]?.toFixed(1);
      console.log(
        `  ${state}: open after ${seconds(open)}; ${long}; reading all again ${seconds(readAll)}; load ${load}`,
      );
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
