import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, root } from '../support/launch';
import { inTurn, ratioLine } from '../support/measure';

/** From the order to start until the first words are painted, in ms, on a new profile. */
async function firstPaint(application: string): Promise<number> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-startup-'));
  const started = performance.timeOrigin + performance.now();
  const { app, page } = await launch(profile, { application });
  const painted = await page.evaluate(paintedAt);
  await app.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return painted - started;
}

function paintedAt(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0];
      if (first !== undefined) resolve(performance.timeOrigin + first.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

test('start-up against an empty Electron window', async () => {
  const empty = path.join(root, 'test/bench/emptyWindow');
  const taken = await inTurn(
    7,
    () => firstPaint(root),
    () => firstPaint(empty),
  );
  console.log(ratioLine('start-up', 'an empty Electron window', taken));
  expect(taken.ours).toHaveLength(7);
});
