import { readdirSync } from 'node:fs';
import { kill, launchJournal, writeWithoutEnd } from '../support/deskJournal';
import { type Desk, expect, launch, test } from '../support/launch';
import { assign, enterRoom, hasExtraTime, press, roomOf } from '../support/salle';
import { centreToday } from '../support/seededCentre';
import { seededNumbers } from '../support/seededNumbers';

const alarm = 'Une alarme d’un couloir voisin.';

const kills = 20;
/** Every so many kills the three next starts are quiet: killed again before anything is written. */
const quietEvery = 4;

/** Every acknowledged entry is there, in file and database, and of each gesture all entries or none. */
async function expectAll({ page }: Desk, acknowledged: ReadonlySet<string>, size: number, when: string): Promise<void> {
  const inFile = await page.evaluate(() => window.journalPage.idsInFile());
  const held = new Set<string>(inFile);
  expect(
    [...acknowledged].filter((id) => !held.has(id)),
    when,
  ).toEqual([]);
  expect(inFile.length % size, when).toBe(0);
  expect(await page.evaluate(() => window.journalPage.census()), when).toEqual({ entries: inFile.length, sound: true });
}

/** Has gestures written until so many more entries are acknowledged. */
async function writeUntil(desk: Desk, size: number, acknowledged: Set<string>, more: number): Promise<void> {
  const enough = acknowledged.size + more;
  await writeWithoutEnd(desk, size, acknowledged);
  await expect.poll(() => acknowledged.size, { intervals: [5] }).toBeGreaterThanOrEqual(enough);
}

test('FAULT 1 killed at 20 random moments while entries are being made: every acknowledged one is there at the three next starts, and at all later ones', async ({
  profile,
}) => {
  test.setTimeout(600_000);
  const random = seededNumbers(1);
  const acknowledged = new Set<string>();
  let desk = await launchJournal(profile);
  for (let time = 1; time <= kills; time++) {
    await writeUntil(desk, 3, acknowledged, 1 + Math.floor(random() * 60));
    await kill(desk);
    for (let quiet = time % quietEvery === 0 ? 2 : 0; quiet >= 0; quiet--) {
      desk = await launchJournal(profile);
      await expectAll(desk, acknowledged, 3, `kill ${time}, ${quiet} quiet starts to come`);
      if (quiet > 0) await kill(desk);
    }
  }
  for (let start = 1; start <= 2; start++) {
    await kill(desk);
    desk = await launchJournal(profile);
    await expectAll(desk, acknowledged, 3, `start ${start} after the last kill's own`);
  }
  await desk.app.close();
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect(readdirSync(`${profile}/journal`).filter((name) => name.includes('damaged'))).toEqual([]);
});

test('FAULT 3 killed while gestures of 500 entries are written: each is there whole or not at all', async ({
  profile,
}) => {
  const random = seededNumbers(3);
  const acknowledged = new Set<string>();
  for (let time = 1; time <= 2; time++) {
    const desk = await launchJournal(profile);
    await expectAll(desk, acknowledged, 500, `before kill ${time}`);
    await writeUntil(desk, 500, acknowledged, 500);
    for (let turns = Math.floor(random() * 12); turns > 0; turns--) await desk.page.evaluate(() => null);
    await kill(desk);
  }
  const desk = await launchJournal(profile);
  await expectAll(desk, acknowledged, 500, 'after the last kill');
  await desk.app.close();
});

test('FAULT 2 the page’s process alone is killed while entries are made: it comes back by itself, nothing acknowledged is lost, no gesture is halved', async ({
  profile,
}) => {
  const acknowledged = new Set<string>();
  const desk = await launchJournal(profile);
  await writeUntil(desk, 3, acknowledged, 30);
  expect(await killPage(desk)).toBe('app://cachet/index.html');
  await kill(desk);
  const again = await launchJournal(profile);
  await expectAll(again, acknowledged, 3, 'at the next start');
  await again.app.close();
});

test('FAULT 2 the page’s process alone is killed while forms are filled in: the person is in the same room, and what they typed is in each form', async ({
  profile,
}) => {
  const desk = await launch(profile);
  const { page } = desk;
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => !roll.some(hasExtraTime));
  await assign(centre, held);
  await centre.begin(held.room, 30);
  await enterRoom(page, centre, held.lead, held.room);
  await press(page, /Procès-verbal/);
  await page.getByRole('textbox', { name: 'Observations' }).fill('Stores baissés.');
  await press(page, /Composition/);
  await press(page, 'Noter un incident');
  await page.getByRole('textbox', { name: 'Heure', exact: true }).fill('09:41');
  await page.getByLabel('Ce qui s’est passé').fill('Une alarme d’un couloir');
  await page.getByLabel('Ce qui s’est passé').press('End');
  await page.keyboard.type(' voisin.');
  const heldAt = (form: string) =>
    page.evaluate((place) => window.cachet.typed({ place }), `${form} ${centre.sitting} ${held.room}`);
  await expect.poll(() => heldAt('incident')).toBe(alarm);
  await expect.poll(() => heldAt('observations')).toBe('Stores baissés.');

  expect(await killPage(desk)).toBe(`app://cachet/index.html#/salle/${centre.sitting}/${held.room}`);
  const look = (script: string) => inPage(desk, script);
  const button = (name: string) =>
    `[...document.querySelectorAll('button')].find((each) => each.textContent.includes('${name}'))`;
  const pressThere = async (name: string) => {
    await expect.poll(() => look(`${button(name)} !== undefined`)).toBe(true);
    await look(`${button(name)}.click()`);
  };
  await pressThere('Procès-verbal');
  await expect.poll(() => look(`document.querySelector('main textarea')?.value`)).toBe('Stores baissés.');
  await pressThere('Composition');
  await pressThere('Noter un incident');
  await expect.poll(() => look(`document.querySelector('[role="dialog"] textarea')?.value`)).toBe(alarm);
  expect(await look(`document.querySelector('[role="dialog"] input').value`)).toBe('09:41');
  expect(await look(`document.querySelector('[role="dialog"]').textContent`)).toContain('Repris');
  await desk.app.close();
});

test('FAULT 1 the main process alone is killed: its windows end with it, and the next start has everything', async ({
  profile,
}) => {
  const acknowledged = new Set<string>();
  const desk = await launchJournal(profile);
  await writeUntil(desk, 3, acknowledged, 30);
  const page = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const closed = desk.app.waitForEvent('close');
  process.kill((await desk.app.evaluate(() => process.pid)) ?? 0, 'SIGKILL');
  await closed;
  await expect.poll(() => isRunning(page ?? 0)).toBe(false);
  const again = await launchJournal(profile);
  await expectAll(again, acknowledged, 3, 'at the next start');
  await again.app.close();
});

/** Kills the process of the desk's page; resolves to the address that came back by itself. */
function killPage({ app }: Desk): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve(contents.getURL()));
        process.kill(contents?.getOSProcessId() ?? 0, 'SIGKILL');
      }),
  );
}

/** What a script gives in the page that came back: Playwright's own page is the one that died. */
function inPage({ app }: Desk, script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(given),
    script,
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // there is no such process any more
  }
}
