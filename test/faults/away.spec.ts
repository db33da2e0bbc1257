import type { Page } from '@playwright/test';
import { clockTime } from '../../shared/kernel/instant';
import { type Desk, expect, test } from '../support/launch';
import { assign, enterRoom, hasExtraTime, press, roomOf } from '../support/salle';
import { centreToday } from '../support/seededCentre';

const facts = 'Une alarme d’un couloir voisin, sans suite.';
const sleep = 40 * 60_000;
const hour = (moment: number) => clockTime(moment, 'Europe/Paris').slice(0, 5);

/** A room that composes, its clock projected, both within one minute, and time standing still. */
async function composing({ app, page }: Desk): Promise<{ wall: Page; at: number }> {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => !roll.some(hasExtraTime));
  await assign(centre, held);
  await centre.begin(held.room, 30);
  await enterRoom(page, centre, held.lead, held.room);
  const at = Math.floor(Date.now() / 60_000) * 60_000 + 5_000;
  const opened = app.waitForEvent('window');
  await page.getByRole('button', { name: 'Horloge' }).click();
  const wall = await opened;
  await expect(wall.getByRole('timer')).toBeVisible();
  for (const window of [page, wall]) {
    await window.clock.install({ time: at });
    await window.clock.pauseAt(at + 40_000); // the clock runs on until then, and cannot be put back
  }
  await wall.reload();
  await expect(wall.getByRole('timer')).toHaveText(hour(at));
  return { wall, at };
}

test('FAULT 21 and 23 a machine that slept 40 minutes, or whose clock was set, shows the hour within a second; whoever wakes it types their code, and what was typed is there', async ({
  desk,
}) => {
  const { app, page } = desk;
  const { wall, at } = await composing(desk);
  await page.keyboard.press('Escape');
  await press(page, 'Noter un incident');
  const dialog = page.getByRole('dialog', { name: 'Noter un incident' });
  await dialog.getByLabel('Ce qui s’est passé').fill(facts);
  for (const window of [page, wall]) {
    await window.clock.setSystemTime(at + sleep);
    await window.clock.runFor(1_000);
  }
  await expect(wall.getByRole('timer')).toHaveText(hour(at + sleep));
  await expect(page.getByRole('banner')).toContainText(hour(at + sleep));

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(page.getByText('Poste verrouillé')).toBeVisible();
  expect(await page.evaluate(() => window.cachet.whoIsUnlocked())).toBeNull();
  await page.getByLabel('Code', { exact: true }).fill('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Poste verrouillé')).toBeHidden();
  await expect(dialog.getByLabel('Ce qui s’est passé')).toHaveValue(facts);
});
