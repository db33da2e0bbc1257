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

/** Writes a black box of so many made-up entries by thirty devices; returns how many bytes each takes there. */
async function fill(profile: string, entries: number): Promise<number> {
  const folder = path.join(profile, 'journal');
  const files = await nodeFileStore(folder);
  const { box } = await openBlackBox({ files, check: () => true, casing: await casingOf(profile) });
  for (let room = 0; room < devices; room++) {
    const writer = new Writer(`device ${room}`);
    const count = Math.floor((entries * (room + 1)) / devices) - Math.floor((entries * room) / devices);
    const run = Array.from({ length: count }, (_, at) => writer.next('', nextOf(room, at)));
    unwrap(await box.append(run));
  }
  await box.close();
  const sizes = (await files.list()).map((name) => statSync(path.join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / entries;
}

interface Opening {
  /** From the window's first script to the journal open. */
  readonly open: number;
  /** The longest time the window did not answer. */
  readonly longestTask: number;
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
  const longestTask = await page.evaluate(() => Math.max(0, ...Reflect.get(window, 'longTasks')));
  await giveTools(page);
  const started = performance.now();
  const read = await page.evaluate(async () => (await window.journalPage.idsInFile()).length);
  const readAll = performance.now() - started;
  await app.close();
  expect(read).toBe(entries);
  return { open, longestTask, readAll };
}

test('opening a journal: 5,000 and 50,000 entries, database empty and database level', async () => {
  test.setTimeout(600_000);
  const opened: Record<string, Opening> = {};
  for (const entries of [5_000, 50_000]) {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-opening-'));
    const size = await fill(profile, entries);
    console.log(`opening, ${entries} entries: ${size.toFixed(0)} bytes each in the black box`);
    for (const state of ['rebuilt', 'level'] as const) {
      const taken = await opening(profile, entries);
      opened[`${entries} ${state}`] = taken;
      const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
      console.log(
        `opening, ${entries} entries, database ${state}: open after ${seconds(taken.open)} s, of which reading all again takes ${seconds(taken.readAll)} s; longest stop of the window ${taken.longestTask.toFixed(0)} ms; load ${os.loadavg()[0]?.toFixed(1)}`,
      );
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const growth = (state: string) => (opened[`50000 ${state}`]?.open ?? 0) / (opened[`5000 ${state}`]?.open ?? 1);
  console.log(`ten times the entries: ×${growth('rebuilt').toFixed(1)} rebuilt, ×${growth('level').toFixed(1)} level`);
});
