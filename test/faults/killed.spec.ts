import { readdirSync } from 'node:fs';
import { aGesture, kill, launchJournal } from '../support/deskJournal';
import type { Desk } from '../support/launch';
import { expect, test } from '../support/launch';
import { seededNumbers } from '../support/seededNumbers';

const trials = 20;
const reopenings = 3;

/** Has the page write gestures without end, and tells which entries were acknowledged. */
async function startWriting({ page }: Desk, trial: number, acknowledged: Set<string>): Promise<void> {
  await page.exposeFunction('acknowledged', (ids: readonly string[]) => {
    for (const id of ids) acknowledged.add(id);
  });
  await page.evaluate(
    ({ gesture, trial }) => {
      void window.journalPage.writeOn(JSON.parse(gesture), `trial ${trial}`, Reflect.get(window, 'acknowledged'));
    },
    { gesture: JSON.stringify(aGesture('', 3)), trial },
  );
}

test('FAULT 1 killed at 20 random moments while entries are being made: every acknowledged one is there at the three next starts', async ({
  profile,
}) => {
  test.setTimeout(600_000);
  const random = seededNumbers(1);
  const acknowledged = new Set<string>();
  let desk = await launchJournal(profile);
  for (let trial = 0; trial < trials; trial++) {
    const before = acknowledged.size;
    const enough = before + 1 + Math.floor(random() * 60);
    await startWriting(desk, trial, acknowledged);
    await expect.poll(() => acknowledged.size, { intervals: [5] }).toBeGreaterThanOrEqual(enough);
    await kill(desk);
    const promised = [...acknowledged];
    for (let opening = 1; opening <= reopenings; opening++) {
      desk = await launchJournal(profile);
      const inFile = await desk.page.evaluate(() => window.journalPage.idsInFile());
      const held = new Set<string>(inFile);
      expect(
        promised.filter((id) => !held.has(id)),
        `trial ${trial}, opening ${opening}`,
      ).toEqual([]);
      expect(await desk.page.evaluate(() => window.journalPage.census())).toEqual({
        entries: inFile.length,
        sound: true,
      });
      if (opening < reopenings) await kill(desk);
    }
  }
  await desk.app.close();
  expect(acknowledged.size).toBeGreaterThan(trials);
  expect(readdirSync(`${profile}/journal`).filter((name) => name.includes('damaged'))).toEqual([]);
});
