import type { Page } from '@playwright/test';
import { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import { expect, launch, test } from '../support/launch';
import { LongTasks } from '../support/longTasks';
import { at, sorted } from '../support/measure';
import { openPage } from '../support/preparation';
import { goTo, roomOf, seat } from '../support/salle';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

const taps = 60;
const frame = 1000 / 60;

/** From the finger on the glass to the frame that shows the seat as present. */
interface Tap {
  /** To the end of the frame's painting. */
  readonly milliseconds: number;
  /** Frames begun until then, the one that shows it included: 1 is the very next one. */
  readonly frames: number;
}

/** Watches the next press in the page. */
function watchTap(id: string): void {
  const tap = new Promise<Tap>((resolve) => {
    const shown = () =>
      document.getElementById(id)?.closest('[data-status]')?.getAttribute('data-status') === 'present';
    const pressed = ({ timeStamp }: PointerEvent) => {
      let frames = 0;
      const onFrame = () => {
        frames += 1;
        if (!shown()) {
          requestAnimationFrame(onFrame);
          return;
        }
        // a message posted while a frame is made arrives once it is painted
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ milliseconds: performance.now() - timeStamp, frames });
        port2.postMessage(null);
      };
      requestAnimationFrame(onFrame);
    };
    window.addEventListener('pointerdown', pressed, { capture: true, once: true });
  });
  Reflect.set(window, 'tap', tap);
}

async function tap(page: Page, id: string): Promise<Tap> {
  await page.locator(`#${id}`).hover();
  await page.evaluate(watchTap, id);
  await Promise.all([page.mouse.down(), page.mouse.up()]);
  return page.evaluate((): Promise<Tap> => Reflect.get(window, 'tap'));
}

/** Starts the desk again on its profile, as its head. */
async function openAgain(profile: string, centre: SeededCentre, name: string) {
  const { app, page } = await launch(profile);
  const tasks = await LongTasks.of(page);
  const found = page.getByRole('button', { name: 'Continuer' });
  const names = page.getByRole('searchbox');
  await found.or(names).first().waitFor({ timeout: 120_000 });
  await tasks.scene(name);
  if (await found.isVisible()) await found.click();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('a centre has a head');
  await unlock(page, head);
  await page.getByRole('list', { name: 'Salles' }).waitFor();
  await tasks.scene('unlocking and the first Centre board');
  return { app, page, tasks };
}

function printTaps(taken: readonly Tap[]): void {
  const times = sorted(taken.map(({ milliseconds }) => milliseconds));
  const frames = sorted(taken.map((tap) => tap.frames));
  const inFrames = (share: number) => (at(times, share) / frame).toFixed(2);
  console.log(
    `a tap on « présent » at size XL: p50 ${inFrames(0.5)}, p99 ${inFrames(0.99)} frames of 16.7 ms from press to painted (1 wanted); shown by frame ${at(frames, 0.5)} after the press, p99 ${at(frames, 0.99)}, ${taken.length} taps`,
  );
}

test('a tap at size XL, and how long any task blocks the window', async ({ profile }) => {
  test.setTimeout(600_000);
  const first = await launch(profile);
  const centre = await centreToday(first.page, 'XL');
  const hall = roomOf(centre, (roll) => roll.length >= 100);
  const about = { sitting: centre.sitting, room: hall.room };
  await centre.unlockAs('centreHead');
  await centre.say({ kind: 'room.checked', about, data: { points: [...roomCheckPoints], remark: '' } });
  await first.app.close();

  const rebuilding = await openAgain(profile, centre, 'opening, database to be made');
  await rebuilding.app.close();
  const { app, page, tasks } = await openAgain(profile, centre, 'opening, database level');

  await goTo(page, centre, hall.room);
  const [warming, ...others] = hall.roll.slice(0, taps + 1);
  if (!warming) throw new Error('somebody sits in the hall');
  await seat(page, warming.id).waitFor();
  await tasks.scene(`Salle, a hall of ${hall.roll.length}`);
  const taken: Tap[] = [];
  for (const { id } of others) taken.push(await tap(page, `seat-${id}`));
  printTaps(taken);
  await tasks.scene(`${taken.length} taps`);

  await page.evaluate(() => {
    location.hash = '#/centre';
  });
  await page.getByRole('list', { name: 'Salles' }).waitFor();
  await tasks.scene('Centre again');
  await page.evaluate(() => {
    location.hash = '#/journal';
  });
  await expect(page.getByText(/\ssaisies?$/)).toBeVisible();
  await tasks.scene('main courante');
  await openPage(page, 'placement');
  await page.locator('[data-table="1"]').waitFor();
  await tasks.scene('placement');
  await page.locator('[data-table="1"]').click();
  await page.locator('[data-table="2"]').click();
  await expect(page.getByText('ont échangé leurs tables.')).toBeVisible();
  await tasks.scene('exchanging two tables');
  await app.close();
  expect(taken).toHaveLength(taps);
});
