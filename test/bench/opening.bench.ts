import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { nodeFileStore } from '../../electron/journal/nodeFileStore';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { unwrap } from '../../shared/kernel/result';
import { casingOf } from '../support/casings';
import { giveTools, journalOpen } from '../support/deskJournal';
import { Writer } from '../support/devices';
import { launch } from '../support/launch';

const batch = 1000;

/** Writes a black box of so many made-up entries by thirty devices. */
async function fill(profile: string, entries: number): Promise<void> {
  const files = await nodeFileStore(path.join(profile, 'journal'));
  const { box } = await openBlackBox({ files, check: () => true, casing: await casingOf(profile) });
  const writers = Array.from({ length: 30 }, (_, at) => new Writer(`device ${at}`));
  for (let written = 0; written < entries; written += batch) {
    const next = writers[(written / batch) % writers.length];
    if (next) unwrap(await box.append(next.run(batch, written)));
  }
  await box.close();
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

test('opening a journal: 6,000 and 60,000 entries, database empty and database level', async () => {
  test.setTimeout(600_000);
  const opened: Record<string, Opening> = {};
  for (const entries of [6_000, 60_000]) {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-opening-'));
    await fill(profile, entries);
    for (const state of ['rebuilt', 'level'] as const) {
      const taken = await opening(profile, entries);
      opened[`${entries} ${state}`] = taken;
      const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
      console.log(
        `opening, ${entries} entries, database ${state}: open after ${seconds(taken.open)} s, of which reading all again takes ${seconds(taken.readAll)} s; longest stop of the window ${taken.longestTask.toFixed(0)} ms`,
      );
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const growth = (state: string) => (opened[`60000 ${state}`]?.open ?? 0) / (opened[`6000 ${state}`]?.open ?? 1);
  console.log(`ten times the entries: ×${growth('rebuilt').toFixed(1)} rebuilt, ×${growth('level').toFixed(1)} level`);
});
