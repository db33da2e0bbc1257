import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Fastify from 'fastify';
import { pageRoutes } from '../../headquarters/http/pageRoutes';
import { watchFeed } from '../../headquarters/watch/watchFeed';
import { watchStream } from '../../headquarters/watch/watchRoutes';
import { personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import { ok } from '../../shared/kernel/result';
import { launch, root } from '../support/launch';
import { LongTasks } from '../support/longTasks';
import { oneOfMany } from '../support/manyCentres';
import { at, sorted } from '../support/measure';

const centres = 4_600;
/** Centres that change each second, as they do on an exam morning. */
const changing = 200;
const seconds = 10;

test(`the vigie's page with ${centres} centres`, async () => {
  const clock = { now: () => instant.of(Date.now()) };
  const later = (run: () => void, ms: number) => void setTimeout(run, ms);
  const feed = watchFeed({ clock, later, life: 'bench' });
  for (let n = 0; n < centres; n++) feed.put(oneOfMany(n, Date.now()));
  const member = { person: personId.of('m.lenoir'), name: 'Maud Lenoir', role: 'watch' } as const;
  const guard = { signedIn: async () => member, requires: async () => ok(member) };
  const app = Fastify();
  pageRoutes(app, path.join(root, 'out/app/vigie'));
  const failed = (error: unknown) => console.error(error);
  const end = watchStream(app, { watch: feed, guard, clock, failed });
  app.get('/vigie/api/me', async () => member);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-vigie-bench-'));
  const application = path.join(root, 'test/support/bareWindow');
  const vigie = await launch(profile, { application, env: { CACHET_PAGE: `${url}/vigie/` } });
  const { page } = vigie;
  await page.evaluate(() => localStorage.setItem('cachet.vigie.entered', 'yes'));
  const opened = performance.now();
  await page.reload();
  const total = page.getByRole('list', { name: 'Ensemble des centres affichés' });
  await expect(total).toContainText(centres.toLocaleString('fr'));
  console.log(`all ${centres} centres shown after ${(performance.now() - opened).toFixed(0)} ms`);
  const tasks = await LongTasks.of(page);
  await tasks.scene('opening');

  const delays: number[] = [];
  for (let second = 1; second <= seconds; second++) {
    const begun = performance.now();
    for (let n = 0; n < changing; n++) feed.put(oneOfMany((second * changing + n) % centres, Date.now(), second));
    const mark = { ...oneOfMany(0, Date.now()), entered: null };
    if (typeof mark.line === 'string') throw new Error('a line is shown');
    feed.put({ ...mark, line: { ...mark.line, name: `Repère ${second}` } });
    if (second === 1) await page.getByRole('searchbox').fill('repere');
    await expect(page.getByRole('option', { name: `Repère ${second}` })).toBeVisible();
    delays.push(performance.now() - begun);
  }
  const taken = sorted(delays);
  console.log(`a change on the screen: median ${at(taken, 0.5).toFixed(0)} ms, longest ${at(taken, 1).toFixed(0)} ms`);
  await tasks.scene(`${seconds} times ${changing} changes`);

  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').pressSequentially('cedreville 12', { delay: 60 });
  await tasks.scene('looking for a centre');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('radio', { name: /^En retard/ }).click();
  await page.getByRole('radio', { name: /^Tous/ }).click();
  await tasks.scene('filters');
  await page.getByRole('listbox', { name: 'Centres' }).focus();
  for (const key of ['End', 'Home', 'PageDown', 'PageDown']) await page.keyboard.press(key);
  await tasks.scene('from end to end');

  await vigie.app.close();
  end();
  await app.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
