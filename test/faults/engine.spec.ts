import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kill, launchJournal } from '../support/deskJournal';
import { fill, forgetFilled } from '../support/filledProfile';
import { expect, test } from '../support/launch';

test.afterAll(forgetFilled);

/** Has Chromium keep IndexedDB in SQLite alone, where it can: it deletes what LevelDB held, and back again without it. */
const inSqlite = '--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout:stage/UseSqliteOnly';

/** Where each of Chromium’s engines keeps the databases of this application. */
const enginesIn = (profile: string) => ({
  level: path.join(profile, 'IndexedDB/app_cachet_0.indexeddb.leveldb'),
  sqlite: path.join(profile, 'IndexedDB/app_cachet_0'),
});

/** What such an exchange leaves behind: a folder of SQLite, whose content this engine does not know, and none of LevelDB. */
function leaveAsExchanged(profile: string): void {
  const { level, sqlite } = enginesIn(profile);
  rmSync(level, { recursive: true });
  mkdirSync(sqlite);
  writeFileSync(
    path.join(sqlite, 'A'.repeat(52)),
    Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176, 7)]),
  );
}

test('FAULT 45 Chromium’s engine of IndexedDB exchanged, and back: made again from the black box each time, nothing lost', async ({
  profile,
}, testInfo) => {
  const ids = await fill(profile);
  const { level, sqlite } = enginesIn(profile);
  const open = async (args: readonly string[]) => {
    const desk = await launchJournal(profile, { args });
    expect(await desk.page.evaluate(() => window.journalPage.idsInFile())).toEqual(ids);
    const census = await desk.page.evaluate(() => window.journalPage.census());
    expect(census).toEqual({ entries: ids.length, sound: true });
    await kill(desk);
  };
  await open([inSqlite]);
  const exchanged = existsSync(sqlite);
  testInfo.annotations.push({ type: 'engine', description: exchanged ? 'SQLite' : 'not in this Chromium: imitated' });
  if (!exchanged) {
    leaveAsExchanged(profile);
    await open([]);
    for (const engine of [level, sqlite]) rmSync(engine, { recursive: true });
  }
  await open([]);
  expect(existsSync(level)).toBe(true);
});
