import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aGesture, kill, launchJournal, told } from '../support/deskJournal';
import { keychain } from '../support/keychain';
import { killedStart, type Moment } from '../support/killedStart';
import { laterApplication } from '../support/later/application';
import { type Desk, expect, test } from '../support/launch';
import { plainStart } from '../support/plainStart';

/** What lies in the databases of this page: their versions, and how many rows of `cachet` are of the later form and of ours. */
const databases = ({ page }: Desk) =>
  page.evaluate(async () => {
    const versions = Object.fromEntries((await indexedDB.databases()).map(({ name, version }) => [name, version]));
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('cachet');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<object[]>((resolve, reject) => {
      const request = opened.transaction('entries').objectStore('entries').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    opened.close();
    return {
      versions,
      later: rows.filter((row) => 'box' in row).length,
      ours: rows.filter((row) => 'casing' in row).length,
    };
  });

/** The keys, the black box and the settings of a profile, by name, as text. */
const filesOf = (profile: string) =>
  ['.', 'journal', 'exchange'].flatMap((folder) =>
    readdirSync(path.join(profile, folder), { withFileTypes: true })
      .filter((file) => file.isFile() && /^(journal-|[a-z]+\.key|network|enrolment|copies)/.test(file.name))
      .map((file) => [file.name, readFileSync(path.join(file.parentPath, file.name), 'latin1')]),
  );

async function expectWhole(desk: Desk, ids: readonly string[], when: string): Promise<void> {
  expect(await desk.page.evaluate(() => window.journalPage.idsInFile()), when).toEqual(ids);
  expect(await desk.page.evaluate(() => window.journalPage.census()), when).toEqual({
    entries: ids.length,
    sound: true,
  });
}

test('FAULT 44 the first starts of a later version killed at six moments of its upgrade: then it comes up whole, and so does the earlier one', async ({
  profile,
}) => {
  test.setTimeout(300_000);
  const application = await laterApplication();
  const filling = await launchJournal(profile);
  const ids = await filling.page.evaluate(
    async (gesture) => {
      const written: string[] = [];
      for (let time = 0; time < 2; time++) written.push(...(await window.journalPage.write(JSON.parse(gesture))).ids);
      return written;
    },
    JSON.stringify(aGesture('Before', 500)),
  );
  const device = await filling.page.evaluate(() => window.cachet.machine().then((machine) => machine.device));
  await kill(filling);

  const killedAt = (forms: string, moment: Moment) =>
    killedStart(profile, { application, env: { CACHET_LATER_FORMS: forms } }, moment);
  const inDatabase = { file: 'IndexedDB/app_cachet_0' };
  expect(await killedAt('receipts', { ...inDatabase, times: 1 })).toBe(true);
  // how often the system tells of a file that is written differs: these may come late, or once all is done
  for (const times of [30, 600]) await killedAt('receipts', { ...inDatabase, times, perhaps: true });
  const later = await launchJournal(profile, { application, env: { CACHET_LATER_FORMS: 'receipts' } });
  await expectWhole(later, ids, 'the later version');
  expect(await databases(later)).toEqual({ versions: { cachet: 30 }, later: ids.length, ours: 0 });
  await kill(later);
  const earlier = await launchJournal(profile);
  await expectWhole(earlier, ids, 'the earlier version');
  expect(await databases(earlier)).toEqual({ versions: { cachet: 30, 'cachet-2': 20 }, later: ids.length, ours: 0 });
  await kill(earlier);

  const all = 'receipts data.key device.key box';
  for (const file of ['data.key.new', 'device.key.new', 'journal/journal-000002'])
    expect(await killedAt(all, { file, times: 1 }), file).toBe(true);
  const again = await launchJournal(profile, { application, env: { CACHET_LATER_FORMS: all } });
  expect(await told(again.page)).toEqual([]);
  await expectWhole(again, ids, 'the later version, with files of its own form');
  expect(await again.page.evaluate(() => window.cachet.machine().then((machine) => machine.device))).toBe(device);
  await kill(again);

  await test.step('FAULT 43 keys and a black box of a later form: the earlier version says so, ends, and touches nothing', async () => {
    const before = filesOf(profile);
    const switches = ['--ozone-platform=headless', '--disable-gpu'];
    const { exitCode, said } = await plainStart(profile, switches, { CACHET_KEYCHAIN: keychain });
    expect(said).toContain('Le journal de ce poste a été continué par une version plus récente de Cachet');
    expect(said).toContain('Rien n’est effacé, et rien n’a été touché.');
    expect(exitCode).toBe(1);
    expect(filesOf(profile)).toEqual(before);
  });
});
