import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { displayName } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import { launch, root } from '../support/launch';
import { at, ratioLine, sorted } from '../support/measure';
import { demonstrationPin, setUpDemonstration } from '../support/preparation';

const runs = 7;

const temporary = () => mkdtempSync(path.join(os.tmpdir(), 'cachet-startup-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Tells when the first element that a selector names was painted, in ms of the machine's time. */
function painted(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(wanted) === null) {
            requestAnimationFrame(look);
            return;
          }
          // a message posted while a frame is made arrives once it is painted
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
    selector,
  );
}

/** From the order to start an application until it shows what is named, in ms. */
async function start(profile: string, application: string, selector: string) {
  const started = performance.timeOrigin + performance.now();
  const { app, page } = await launch(profile, { application });
  return { app, page, taken: (await painted(page, selector)) - started };
}

interface Start {
  /** Until one can type one's name. */
  readonly usable: number;
  /** From the last key of the code to the Centre board. */
  readonly board: number;
}

async function startDesk(profile: string, head: Person): Promise<Start> {
  const { app, page, taken } = await start(profile, root, 'input[type=search]:focus');
  await page.getByRole('searchbox').fill(displayName(head));
  await page.keyboard.press('Enter');
  const entered = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const hear = ({ key }: KeyboardEvent) => {
          if (key === 'Enter') resolve(performance.timeOrigin + performance.now());
        };
        window.addEventListener('keydown', hear, { capture: true });
      }),
  );
  await page.getByLabel('Code', { exact: true }).fill(demonstrationPin);
  await page.keyboard.press('Enter');
  const shown = await painted(page, 'ul[aria-label=Salles] > li');
  const board = shown - (await entered);
  await app.close();
  return { usable: taken, board };
}

test('start to a usable desk at size L against an empty Electron window', async () => {
  test.setTimeout(600_000);
  const profile = temporary();
  const first = await launch(profile);
  const { staff } = await setUpDemonstration(first.page, 'L');
  await first.app.close();
  const head = staff.find(({ roles }) => roles.includes('centreHead'));
  if (!head) throw new Error('the demonstration has a head');

  const desk: Start[] = [];
  const empty: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    desk.push(await startDesk(profile, head));
    const blank = temporary();
    const window = await start(blank, path.join(root, 'test/bench/emptyWindow'), 'p');
    await window.app.close();
    remove(blank);
    empty.push(window.taken);
  }
  remove(profile);
  const reference = sorted(empty);
  const usable = sorted(desk.map((each) => each.usable));
  const whole = sorted(desk.map((each) => each.usable + each.board));
  console.log(
    ratioLine('start to the unlock screen at size L', 'an empty Electron window', { ours: usable, reference }),
  );
  console.log(ratioLine('start to the Centre board at size L', 'an empty Electron window', { ours: whole, reference }));
  const board = sorted(desk.map((each) => each.board));
  console.log(`  from the code to the board: ${at(board, 0.5).toFixed(0)} ms, checking the code included`);
  expect(desk).toHaveLength(runs);
});
